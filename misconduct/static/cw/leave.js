/* 立即离开: leaves without a way back to this page through the browser's history. Without this script it is a plain link. */
(function () {
  "use strict";
  document.querySelectorAll("a[data-leave]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      window.location.replace(link.href);
    });
  });
})();
