/* The browser words its file field in its own language; here it is a button in ours, with the names of what was
   chosen beside it. The field itself stays, out of sight, for keyboard and form. Without this script it is the plain
   field. */
(function () {
  "use strict";

  function names(field) {
    return Array.from(field.files, function (file) { return file.name; }).join("、") || "没有选择文件";
  }

  document.querySelectorAll("input[type=file][id]").forEach(function (field) {
    var row = document.createElement("div");
    var button = document.createElement("span");
    var chosen = document.createElement("span");
    row.className = "cw-pick";
    button.className = "btn btn-plain";
    button.setAttribute("aria-hidden", "true");
    button.textContent = field.multiple ? "选择文件（可多选）" : "选择文件";
    chosen.className = "cw-meta";
    chosen.setAttribute("role", "status");
    chosen.textContent = names(field);
    field.classList.add("visually-hidden");
    field.after(row);
    row.append(field, button, chosen);
    button.addEventListener("click", function () { field.click(); });
    field.addEventListener("change", function () { chosen.textContent = names(field); });
  });
})();
