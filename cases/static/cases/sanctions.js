/* The sanctions form asks the server after every change. The answer brings a list of words for the rows
   (#row-words); they are put beside the fields here, so that no field is replaced while somebody types in it. */
(function () {
  "use strict";

  function word(row, className, tag, text, id) {
    var found = row.querySelector(":scope > ." + className);
    if (!text) {
      if (found) { found.remove(); }
      return;
    }
    if (!found) {
      found = document.createElement(tag);
      found.className = className;
      if (id) { found.id = id; }
      row.append(found);
    }
    found.textContent = text;
  }

  function describe(field, id, bad) {
    if (!field) { return; }
    if (bad) {
      field.setAttribute("aria-describedby", id);
      field.setAttribute("aria-invalid", "true");
    } else {
      field.removeAttribute("aria-describedby");
      field.removeAttribute("aria-invalid");
    }
  }

  function show(entry) {
    var item = entry.dataset.item;
    var box = document.getElementById("m" + item);
    if (!box) { return; }
    var row = box.closest(".cw-measure");
    var bad = entry.textContent !== "";
    row.classList.toggle("is-on", box.checked);
    row.classList.toggle("is-out", entry.dataset.outside !== "");
    row.classList.toggle("is-bad", bad);
    if (!row.querySelector(".cw-term")) { word(row, "cw-out", "span", entry.dataset.outside); }
    word(row, "cw-err", "p", entry.textContent, "e" + item);
    describe(document.getElementById("y" + item) || box, "e" + item, bad);
  }

  document.addEventListener("htmx:afterSwap", function () {
    document.querySelectorAll("#row-words > li").forEach(show);
  });
})();
