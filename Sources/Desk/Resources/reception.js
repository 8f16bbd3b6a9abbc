"use strict";
// Scans that are put in: dropping them, and what is known while they are read.
(() => {
    const form = document.getElementById("upload");
    if (form) {
        const files = document.getElementById("files");
        const send = () => { form.querySelector(".sending").hidden = false; form.requestSubmit(); };
        files.addEventListener("change", () => { if (files.files.length) send(); });
        let depth = 0;
        const over = (isOver) => form.classList.toggle("over", isOver);
        document.addEventListener("dragenter", (event) => { event.preventDefault(); depth += 1; over(true); });
        document.addEventListener("dragleave", () => { depth -= 1; if (depth <= 0) over(false); });
        document.addEventListener("dragover", (event) => event.preventDefault());
        document.addEventListener("drop", (event) => {
            event.preventDefault();
            depth = 0;
            over(false);
            if (!event.dataTransfer.files.length) return;
            files.files = event.dataTransfer.files;
            send();
        });
        // The list goes on by itself while something in it is read.
        const list = document.getElementById("uploads");
        const refresh = async () => {
            if (!list.querySelector("[data-open]")) return;
            const answer = await fetch("/reception/list");
            // A piece of this desk's own templates, in which names of files are escaped.
            if (answer.ok) list.innerHTML = await answer.text();
            setTimeout(refresh, 2000);
        };
        setTimeout(refresh, 2000);
    }

    const waiting = document.querySelector("[data-scan]");
    if (waiting) {
        const source = new EventSource(`/scans/${waiting.dataset.scan}/events`);
        source.addEventListener("message", (event) => {
            const news = JSON.parse(event.data);
            document.getElementById("state").textContent = news.state;
            document.getElementById("read").textContent = news.read;
            const bar = document.getElementById("bar");
            if (news.pages) {
                bar.max = news.pages;
                bar.value = news.read;
                const first = document.getElementById("first");
                if (!first.querySelector("img")) {
                    const picture = document.createElement("img");
                    picture.src = `/scans/${waiting.dataset.scan}/pages/1`;
                    picture.alt = "";
                    first.append(picture);
                }
            }
            // A piece of this desk's own templates, in which everything read off a page is escaped.
            if (news.suggestion) document.getElementById("suggestion").innerHTML = news.suggestion;
            if (news.next) { source.close(); location.replace(news.next); }
        });
    }

    // Blank backs and separators stay folded away; leaving the page with marks unsent is asked about by the browser.
    const divide = document.getElementById("divide");
    if (divide) {
        let isChanged = false;
        divide.addEventListener("change", () => { isChanged = true; });
        divide.addEventListener("submit", () => { isChanged = false; });
        // A page that is dragged into the dossier before or behind takes the pages between along: the boundary moves.
        const stretches = () => [...divide.querySelectorAll(".stretch")];
        let dragged = null;
        const mark = (stretch) => [...stretch.querySelectorAll(".tile")].forEach((tile, index) => {
            const start = tile.querySelector("[name^='s.']");
            if (start) start.checked = index === 0;
        });
        const isNeighbour = (stretch) => dragged
            && Math.abs(stretches().indexOf(stretch) - stretches().indexOf(dragged.closest(".stretch"))) === 1;
        for (const tile of divide.querySelectorAll(".stretch .tile")) {
            tile.draggable = Boolean(tile.querySelector("[name^='s.']"));
            tile.addEventListener("dragstart", (event) => {
                dragged = tile;
                event.dataTransfer.setData("text/plain", "");
                event.dataTransfer.effectAllowed = "move";
            });
            tile.addEventListener("dragend", () => {
                dragged = null;
                for (const stretch of stretches()) stretch.classList.remove("over");
            });
        }
        for (const stretch of stretches()) {
            stretch.addEventListener("dragover", (event) => {
                if (!isNeighbour(stretch)) return;
                event.preventDefault();
                stretch.classList.add("over");
            });
            stretch.addEventListener("dragleave", () => stretch.classList.remove("over"));
            stretch.addEventListener("drop", (event) => {
                if (!isNeighbour(stretch)) return;
                event.preventDefault();
                const from = dragged.closest(".stretch");
                const tiles = [...from.querySelectorAll(".tile")];
                const place = tiles.indexOf(dragged);
                const list = stretch.querySelector(".strip");
                if (stretches().indexOf(stretch) > stretches().indexOf(from)) list.prepend(...tiles.slice(place));
                else list.append(...tiles.slice(0, place + 1));
                for (const changed of [from, stretch]) { changed.classList.remove("over"); mark(changed); }
                if (!from.querySelector(".tile")) from.remove();
                isChanged = true;
            });
        }
        window.addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
    }
})();
