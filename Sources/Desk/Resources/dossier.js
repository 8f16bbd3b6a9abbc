"use strict";
// The dossier before a person: where a field was read, words into fields, the catalogue, and the keyboard.
(() => {
    const dossier = document.querySelector(".dossier");
    const isTyping = (element) => element && /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && !/^(radio|checkbox)$/.test(element.type);

    if (dossier) {
        const decides = dossier.dataset.decide === "yes";
        const scan = dossier.querySelector(".scan");
        const fields = [...dossier.querySelectorAll(".field")];
        const entry = (field) => field.querySelector("input:not([type=hidden])");
        let active = null;

        const box = (name) => [...dossier.querySelectorAll(".box")].find((box) => box.dataset.field === name);
        const show = (name, scrolls) => {
            for (const other of dossier.querySelectorAll(".box.now")) other.classList.remove("now");
            const found = box(name);
            if (!found) return;
            found.classList.add("now");
            if (!scrolls) return;
            const place = found.getBoundingClientRect();
            const pane = scan.getBoundingClientRect();
            scan.scrollBy({ top: place.top - pane.top - pane.height / 3, behavior: "smooth" });
        };

        // A field shows where it was read.
        for (const field of fields) {
            entry(field).addEventListener("focus", () => {
                if (active !== field) field.dataset.fresh = "yes";
                active = field;
                show(field.dataset.field, true);
            });
            const where = field.querySelector(".where");
            if (where) where.addEventListener("click", (event) => {
                event.preventDefault();
                entry(field).focus();
                show(field.dataset.field, true);
            });
        }
        // A box on the scan leads to its field.
        for (const found of dossier.querySelectorAll(".box")) {
            found.addEventListener("click", () => {
                const field = fields.find((field) => field.dataset.field === found.dataset.field);
                if (field) { const more = field.closest("details"); if (more) more.open = true; entry(field).focus(); }
            });
        }

        // A word goes into the field that was chosen last: the first click replaces, the next ones append.
        const take = (word, rect, page) => {
            if (!active || entry(active).readOnly) return;
            const input = entry(active);
            const place = active.querySelector("input[type=hidden]");
            let [x, y, width, height] = word.box;
            if (active.dataset.fresh === "no" && input.value) {
                input.value += " " + word.text;
                const before = place.value.split(",").map(Number);
                if (before.length === 5 && before[0] === page) {
                    const right = Math.max(before[1] + before[3], x + width);
                    const bottom = Math.max(before[2] + before[4], y + height);
                    x = Math.min(before[1], x);
                    y = Math.min(before[2], y);
                    width = right - x;
                    height = bottom - y;
                }
            } else {
                for (const other of dossier.querySelectorAll(".word.taken")) other.classList.remove("taken");
                input.value = word.text;
            }
            active.dataset.fresh = "no";
            place.value = [page, x, y, width, height].join(",");
            rect.classList.add("taken");
            input.focus({ preventScroll: true });
        };
        const layWords = async (sheet) => {
            const page = Number(sheet.dataset.page);
            const layer = sheet.querySelector(".words");
            if (!layer || sheet.dataset.words) return;
            sheet.dataset.words = "asked";
            const answer = await fetch(`/dossiers/${dossier.dataset.dossier}/words/${page}`);
            if (!answer.ok) return;
            for (const word of (await answer.json()).words) {
                const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
                rect.setAttribute("class", "word");
                ["x", "y", "width", "height"].forEach((name, index) => rect.setAttribute(name, word.box[index]));
                rect.addEventListener("mousedown", (event) => event.preventDefault());
                rect.addEventListener("click", () => take(word, rect, page));
                layer.append(rect);
            }
            // Words lie above the boxes, so that they can be clicked.
            layer.parentNode.append(layer);
            sheet.dataset.words = "there";
        };
        if (decides) {
            const watcher = new IntersectionObserver((entries) => {
                for (const seen of entries) if (seen.isIntersecting) layWords(seen.target);
            }, { root: scan });
            for (const sheet of dossier.querySelectorAll(".sheet")) watcher.observe(sheet);
        }

        // Another procedure has another unit, date and papers.
        const choices = document.getElementById("choices");
        const outlook = document.getElementById("outlook");
        const look = async (code) => {
            const answer = await fetch(`/dossiers/${dossier.dataset.dossier}/outlook?procedure=${encodeURIComponent(code)}`);
            // A piece of this desk's own templates, in which everything read off a page is escaped.
            if (answer.ok) { outlook.innerHTML = await answer.text(); outlook.hidden = false; }
        };
        if (choices) choices.addEventListener("change", (event) => look(event.target.value));

        // Typing finds any procedure.
        const search = document.getElementById("q");
        const list = document.getElementById("found");
        if (search && decides) {
            let asked = 0;
            let selected = -1;
            const close = () => { list.hidden = true; search.setAttribute("aria-expanded", "false"); search.removeAttribute("aria-activedescendant"); selected = -1; };
            const select = (index) => {
                const rows = [...list.querySelectorAll("[role=option]")];
                if (!rows.length) return;
                selected = (index + rows.length) % rows.length;
                rows.forEach((row, at) => row.setAttribute("aria-selected", at === selected ? "true" : "false"));
                search.setAttribute("aria-activedescendant", rows[selected].id);
                rows[selected].scrollIntoView({ block: "nearest" });
            };
            const choose = (procedure) => {
                let radio = [...choices.querySelectorAll("input")].find((radio) => radio.value === procedure.code);
                if (!radio) {
                    const label = document.createElement("label");
                    label.className = "choice";
                    radio = document.createElement("input");
                    radio.type = "radio";
                    radio.name = "procedure";
                    radio.value = procedure.code;
                    const what = document.createElement("span");
                    what.className = "what";
                    what.textContent = `${procedure.name} ${procedure.code}`;
                    label.append(radio, what);
                    choices.append(label);
                }
                radio.checked = true;
                close();
                search.value = "";
                radio.focus();
                look(procedure.code);
            };
            search.addEventListener("input", async () => {
                const turn = ++asked;
                if (!search.value.trim()) { close(); return; }
                const answer = await fetch(`/procedures?q=${encodeURIComponent(search.value)}`);
                if (!answer.ok || turn !== asked) return;
                const found = await answer.json();
                list.replaceChildren(...found.map((procedure, index) => {
                    const row = document.createElement("li");
                    row.id = `found-${index}`;
                    row.setAttribute("role", "option");
                    row.setAttribute("aria-selected", "false");
                    row.textContent = `${procedure.name} · ${procedure.field} · ${procedure.code}`;
                    row.addEventListener("mousedown", (event) => { event.preventDefault(); choose(procedure); });
                    row.addEventListener("choose", () => choose(procedure));
                    return row;
                }));
                if (!found.length) {
                    const none = document.createElement("li");
                    none.className = "faint";
                    none.textContent = list.dataset.none;
                    list.append(none);
                }
                list.hidden = false;
                search.setAttribute("aria-expanded", "true");
                select(0);
            });
            search.addEventListener("keydown", (event) => {
                if (list.hidden) return;
                if (event.key === "ArrowDown") { select(selected + 1); event.preventDefault(); }
                if (event.key === "ArrowUp") { select(selected - 1); event.preventDefault(); }
                if (event.key === "Escape") { close(); event.preventDefault(); event.stopPropagation(); }
                if (event.key === "Enter") {
                    const row = list.querySelector("[aria-selected=true]");
                    if (row) row.dispatchEvent(new Event("choose"));
                    event.preventDefault();
                    event.stopPropagation();
                }
            });
            search.addEventListener("blur", close);
        }

        // The keyboard.
        const confirm = document.getElementById("confirm");
        const go = (id) => { const link = document.getElementById(id); if (link) link.click(); };
        if (decides) {
            // What is to be checked first has the keys first; where nothing is, one key confirms.
            const first = fields.find((field) => /empty|doubtful/.test(field.className));
            const receipt = document.getElementById("receipt");
            if (receipt && document.querySelector(".work .good")) receipt.focus({ preventScroll: true });
            // Where the procedure is the question, it has the keys.
            else if (document.querySelector(".why")) (choices.querySelector(":checked") || search).focus({ preventScroll: true });
            else if (first && !document.querySelector("[role=alert]")) entry(first).focus();
            else if (confirm) confirm.focus({ preventScroll: true });
        }
        document.addEventListener("keydown", (event) => {
            if (event.isComposing) return;
            const here = document.activeElement;
            if (event.key === "Enter" && event.ctrlKey && confirm) { event.preventDefault(); confirm.click(); return; }
            if (event.ctrlKey || event.altKey || event.metaKey) return;
            if (event.key === "Enter" && here && here.closest && here.closest(".field") && decides) {
                // Enter goes on to the next field, and from the last one that is open to the button.
                event.preventDefault();
                const open = fields.filter((field) => entry(field).offsetParent !== null);
                const next = open[open.indexOf(here.closest(".field")) + 1];
                if (next) { entry(next).focus(); entry(next).select(); } else if (confirm) confirm.focus();
                return;
            }
            if (event.key === "Escape" && here) { here.blur(); return; }
            if (isTyping(here)) return;
            if (/^[1-9]$/.test(event.key) && choices) {
                const radio = choices.querySelector(`[data-key="${event.key}"]`);
                if (radio) { radio.checked = true; radio.focus(); look(radio.value); event.preventDefault(); }
            }
            if (event.key === "/" && search) { search.focus(); event.preventDefault(); }
            if (event.key === "p") go("receipt");
            if (event.key === "n") go("more");
            if (event.key === "j") go("skip");
            if (event.key === "k") go("back");
        });
    }

    // Lists: j and k go up and down, Enter opens.
    const rows = [...document.querySelectorAll("table.rows tbody tr")];
    if (rows.length) {
        let now = -1;
        const go = (index) => {
            if (now >= 0) rows[now].classList.remove("now");
            now = Math.max(0, Math.min(index, rows.length - 1));
            rows[now].classList.add("now");
            const link = rows[now].querySelector("a");
            if (link) link.focus();
        };
        document.addEventListener("keydown", (event) => {
            if (event.ctrlKey || event.altKey || event.metaKey || isTyping(document.activeElement)) return;
            if (event.key === "j") go(now + 1);
            if (event.key === "k") go(now - 1);
        });
        go(0);
    }
})();
