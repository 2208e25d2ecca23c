/* Drafts of long forms, kept in this browser until the form is sent. A form takes part by data-draft="name"; a form
   that came back with errors says data-draft-kept, for then what the server shows is newer. Passwords, files and
   hidden fields are never kept; signing out removes every draft. */
(function () {
  "use strict";
  var PREFIX = "cw-draft:";
  var owner = PREFIX + (document.body.dataset.user || "") + ":";
  var PAUSE = 1500;

  function store(action) {
    // A browser may forbid storage; the form works without drafts.
    try { return action(window.localStorage); } catch (error) { return null; }
  }

  function keysOf(prefix) {
    return store(function (storage) {
      return Object.keys(storage).filter(function (key) { return key.indexOf(prefix) === 0; });
    }) || [];
  }

  function remove(key) {
    store(function (storage) { storage.removeItem(key); });
  }

  function fields(form) {
    return Array.prototype.filter.call(form.elements, function (field) {
      return field.name && ["password", "file", "hidden", "submit", "button"].indexOf(field.type) < 0 &&
        !field.hasAttribute("data-draft-skip");
    });
  }

  function isBox(field) {
    return field.type === "checkbox" || field.type === "radio";
  }

  function slot(field) {
    return isBox(field) ? field.name + "=" + field.value : field.name;
  }

  function read(form) {
    var values = {};
    fields(form).forEach(function (field) {
      values[slot(field)] = isBox(field) ? field.checked : field.value;
    });
    return values;
  }

  function fill(form, values) {
    fields(form).forEach(function (field) {
      var value = values[slot(field)];
      if (value === undefined) { return; }
      if (isBox(field)) { field.checked = value; } else { field.value = value; }
    });
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function when(time) {
    var moment = new Date(time);
    var clock = moment.getHours() + ":" + String(moment.getMinutes()).padStart(2, "0");
    var today = new Date().toDateString() === moment.toDateString();
    return today ? clock : (moment.getMonth() + 1) + "月" + moment.getDate() + "日" + clock;
  }

  function watch(form) {
    var key = owner + form.dataset.draft + ":" + window.location.pathname;
    var status = form.querySelector("[data-draft-status]");
    var drop = form.querySelector("[data-draft-drop]");
    var before = read(form);
    var timer = 0;
    var sending = false;

    function say(words, droppable) {
      if (status) { status.textContent = words; }
      if (drop) { drop.hidden = !droppable; }
    }

    function save() {
      if (sending) { return; }
      var time = Date.now();
      var saved = store(function (storage) {
        storage.setItem(key, JSON.stringify({ time: time, values: read(form) }));
        return true;
      });
      if (saved) { say("草稿" + when(time) + "已自动保存", true); }
    }

    function restore() {
      var kept = store(function (storage) { return JSON.parse(storage.getItem(key) || "null"); });
      if (!kept || form.hasAttribute("data-draft-kept")) { return; }
      fill(form, kept.values);
      say("已接着" + when(kept.time) + "的草稿", true);
    }

    form.addEventListener("input", function () {
      window.clearTimeout(timer);
      timer = window.setTimeout(save, PAUSE);
    });
    form.addEventListener("submit", function () {
      save();
      sending = true;
    });
    if (drop) {
      drop.addEventListener("click", function () {
        window.clearTimeout(timer);
        remove(key);
        fill(form, before);
        say("草稿已丢弃", false);
      });
    }
    restore();
  }

  // A message tagged draft:NAME tells that the form of that name has been accepted.
  document.querySelectorAll("[data-sent]").forEach(function (note) {
    note.dataset.sent.split(" ").forEach(function (word) {
      if (word.indexOf("draft:") === 0) { keysOf(owner + word.slice(6) + ":").forEach(remove); }
    });
  });
  document.querySelectorAll("form[data-sign-out]").forEach(function (form) {
    form.addEventListener("submit", function () { keysOf(PREFIX).forEach(remove); });
  });
  document.querySelectorAll("form[data-draft]").forEach(watch);
})();
