"use strict";
document.documentElement.classList.add("js");
// A form is sent once: a second click while the first is on its way would be a second move.
document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
});
// A page that comes back from the browser's memory can be sent again.
window.addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
});
