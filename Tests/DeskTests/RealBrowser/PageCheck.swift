/// What every page has to keep to, looked at in the browser: a script that returns what is wrong with it, in words.
enum PageCheck {
    /// Names of what can be used, order of headings, one main part, texts for pictures, contrast of texts by WCAG 2.1
    /// (4.5, large texts 3), nothing wider than the window.
    static let script = #"""
        const wrong = [];
        const shown = (e) => e.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true });
        const name = (e) => e.outerHTML.slice(0, 90);
        const labelled = (e) => e.labels && [...e.labels].some((l) => l.textContent.trim())
            || e.getAttribute("aria-label") || e.getAttribute("aria-labelledby");
        if (!document.documentElement.lang) wrong.push("no language");
        if (!document.title.trim()) wrong.push("no title");
        if (document.querySelectorAll("main").length !== 1) wrong.push("not one main part");
        if (document.querySelectorAll("h1").length !== 1) wrong.push("not one first heading");
        let level = 0;
        for (const h of document.querySelectorAll("h1, h2, h3, h4")) {
            const now = Number(h.tagName[1]);
            if (level && now > level + 1) wrong.push("heading skips a level: " + name(h));
            level = now;
        }
        const ids = new Set();
        for (const e of document.querySelectorAll("[id]")) {
            if (ids.has(e.id)) wrong.push("id twice: " + e.id);
            ids.add(e.id);
        }
        for (const e of document.querySelectorAll("input:not([type=hidden]), select, textarea"))
            if (!labelled(e)) wrong.push("no label: " + name(e));
        for (const e of document.querySelectorAll("a[href], button"))
            if (!e.textContent.trim() && !e.getAttribute("aria-label")) wrong.push("no name: " + name(e));
        for (const e of document.querySelectorAll("img:not([alt]), svg[role=img]:not([aria-label], [aria-labelledby])"))
            wrong.push("no text for a picture: " + name(e));
        for (const e of document.querySelectorAll("[tabindex]"))
            if (Number(e.getAttribute("tabindex")) > 0) wrong.push("tab order by number: " + name(e));
        for (const e of document.querySelectorAll("[aria-describedby], [aria-controls], [aria-labelledby]"))
            for (const id of ["describedby", "controls", "labelledby"]
                .flatMap((a) => (e.getAttribute("aria-" + a) || "").split(" ")))
                if (id && !document.getElementById(id)) wrong.push("points to nothing: " + name(e));
        for (const e of document.querySelectorAll("[style], script:not([src]), style"))
            wrong.push("inline style or script: " + name(e));
        const light = (c) => {
            const [r, g, b] = c.slice(0, 3).map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const colour = (text) => (text.match(/[\d.]+/g) || []).map(Number);
        const ground = (e) => {
            for (let at = e; at; at = at.parentElement) {
                const c = colour(getComputedStyle(at).backgroundColor);
                if (c.length === 3 || c[3] === 1) return c;
            }
            return [255, 255, 255];
        };
        const seen = new Set();
        for (const e of document.querySelectorAll("body *")) {
            const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
            if (!own || !shown(e) || e.closest("svg")) continue;
            const style = getComputedStyle(e);
            const [a, b] = [light(colour(style.color)), light(ground(e))];
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            const size = parseFloat(style.fontSize);
            const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
            const key = style.color + style.backgroundColor + e.className;
            if (contrast < (isLarge ? 3 : 4.5) && !seen.has(key)) { seen.add(key); wrong.push("contrast " + contrast.toFixed(2) + ": " + name(e)); }
        }
        if (document.documentElement.scrollWidth > innerWidth + 1)
            wrong.push("wider than the window: " + document.documentElement.scrollWidth + " > " + innerWidth);
        return wrong;
        """#
}

extension WebDriver {
    /// What is wrong with the page that is open, and what the browser complained of, in words.
    func faults() async throws -> [String] {
        let wrong = try await run(PageCheck.script) as? [Any] ?? ["the page could not be looked at"]
        return wrong.map { "\($0)" } + (try await complaints())
    }
}
