// Which language an element is to speak: that of the nearest ancestor that names one, through shadow
// roots, as the document's own text does. Watched while the element is on the page.

/** The language of the nearest ancestor, the element included; "" if none names one. */
export function languageOf(element: Element): string {
  for (const each of lineage(element)) {
    const lang = each.getAttribute("lang");
    if (lang !== null) return lang.trim();
  }
  return "";
}

/** Calls `changed` whenever `languageOf` may be another; returns what ends it. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  // A watch on each ancestor, not on all of the page: their number is small, and a parent that is
  // moved elsewhere takes this element off the page and back, which begins a new watch.
  const observer = new MutationObserver(changed);
  for (const each of lineage(element)) {
    observer.observe(each, { attributes: true, attributeFilter: ["lang"] });
  }
  return () => {
    observer.disconnect();
  };
}

function* lineage(element: Element): Generator<Element> {
  for (let each: Element | null = element; each !== null; each = parentOf(each)) yield each;
}

function parentOf(element: Element): Element | null {
  const root = element.parentNode;
  return root instanceof ShadowRoot ? root.host : element.parentElement;
}
