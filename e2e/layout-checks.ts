// What can be checked about a layout in the browser itself, shadow roots included: nothing is cut,
// nothing overlaps, nothing makes the page scroll sideways, and what is pressed is large enough.
import type { Page } from "@playwright/test";

/** Everything that is wrong with the layout of a page as it is now, in words; empty if nothing is. */
export function layoutProblems(page: Page): Promise<string[]> {
  return page.evaluate(inPage, { target: kSmallestTarget });
}

// WCAG 2.2, success criterion 2.5.8, in CSS pixels.
const kSmallestTarget = 24;

// Runs in the page, so it may use nothing from outside of itself.
function inPage({ target }: { readonly target: number }): string[] {
  const problems: string[] = [];
  // Rounding of layout to device pixels.
  const kSlack = 1;

  const elements: Element[] = [];
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll("*")) {
      elements.push(element);
      if (element.shadowRoot !== null) walk(element.shadowRoot);
    }
  };
  walk(document);

  const parentOf = (node: Node): Element | null => {
    if (node instanceof Element && node.assignedSlot !== null) return node.assignedSlot;
    const parent = node.parentNode;
    return parent instanceof ShadowRoot ? parent.host : (parent as Element | null);
  };
  const ancestors = (node: Node): Element[] => {
    const found: Element[] = [];
    for (let at = parentOf(node); at instanceof Element; at = parentOf(at)) found.push(at);
    return found;
  };
  const name = (element: Element): string => {
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    const { id } = element;
    return `<${element.localName}${id === "" ? "" : `#${id}`}> "${text}"`;
  };
  const isHiddenForEyes = (element: Element): boolean => {
    const { clipPath, position, visibility, opacity } = getComputedStyle(element);
    if (visibility !== "visible" || opacity === "0") return true;
    return position === "absolute" && clipPath !== "none";
  };
  const isSeen = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    // What is folded in has a place and a size, too.
    if (box.width === 0 || box.height === 0 || !element.checkVisibility()) return false;
    return ![element, ...ancestors(element)].some(isHiddenForEyes);
  };
  const scrolls = (element: Element): boolean => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return [overflowX, overflowY].some((value) => value === "auto" || value === "scroll");
  };

  const page = document.scrollingElement ?? document.documentElement;
  if (page.scrollWidth > page.clientWidth + kSlack) {
    problems.push(`the page is ${page.scrollWidth} wide in ${page.clientWidth}`);
    for (const element of elements) {
      const { right, left } = element.getBoundingClientRect();
      if (isSeen(element) && (right > page.clientWidth + kSlack || left < -kSlack)) {
        problems.push(`sticks out: ${name(element)}`);
      }
    }
  }

  interface Word {
    readonly text: string;
    readonly holder: Element;
    readonly box: DOMRect;
    /** How far the space at the end of a line may hang over it, in pixels: Firefox counts it in. */
    readonly hang: number;
    readonly chain: readonly Element[];
  }
  const pen = document.createElement("canvas").getContext("2d");
  const widthOf = (text: string, { font }: CSSStyleDeclaration): number => {
    if (pen === null) return 0;
    pen.font = font;
    return pen.measureText(text).width;
  };
  const words: Word[] = [];
  for (const holder of elements) {
    if (!isSeen(holder)) continue;
    for (const node of holder.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : "";
      if (text.trim() === "") continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const chain = [holder, ...ancestors(holder)];
      const space = widthOf(" ", getComputedStyle(holder));
      const boxes = [...range.getClientRects()];
      for (const [line, box] of boxes.entries()) {
        if (box.width === 0 || box.height === 0) continue;
        const hang = line < boxes.length - 1 ? space : 0;
        words.push({ text: text.trim(), holder, box, hang, chain });
      }
    }
  }

  const isBlock = (element: Element): boolean =>
    !/^(inline|contents)$/.test(getComputedStyle(element).display);
  for (const { text, box, hang, chain } of words) {
    // What is wider than its block lies on whatever stands beside it, or beyond the frame around it.
    const block = chain.find(isBlock);
    for (const around of chain) {
      const { overflowX, overflowY } = getComputedStyle(around);
      if (scrolls(around)) break;
      const frame = around.getBoundingClientRect();
      const over = Math.max(box.right - frame.right, frame.left - box.left);
      const isCutAcross = over > kSlack + hang;
      const isCutDown = box.bottom > frame.bottom + kSlack || box.top < frame.top - kSlack;
      if (around === block && isCutAcross) {
        problems.push(`spills: "${text.slice(0, 40)}" out of ${name(around)}`);
      }
      const cuts = (value: string): boolean => value === "hidden" || value === "clip";
      if ((cuts(overflowX) && isCutAcross) || (cuts(overflowY) && isCutDown)) {
        problems.push(`cut: "${text.slice(0, 40)}" in ${name(around)}`);
      }
    }
  }

  // What a list shows of its choice has no box of its own to be measured. Its arrow takes about this.
  const kArrowInEm = 1;
  for (const element of elements) {
    if (!(element instanceof HTMLSelectElement) || !isSeen(element)) continue;
    const style = getComputedStyle(element);
    const { fontSize, paddingInlineStart, paddingInlineEnd } = style;
    const text = element.selectedOptions[0]?.text ?? "";
    const taken = [paddingInlineStart, paddingInlineEnd].map(parseFloat);
    const arrow = kArrowInEm * parseFloat(fontSize);
    const room = taken.reduce((left, each) => left - each, element.clientWidth - arrow);
    if (widthOf(text, style) > room) problems.push(`cut: "${text}" in ${name(element)}`);
  }

  // Lines of text may touch; they may not lie on each other by more than their leading.
  const kLeading = 3;
  for (const [at, one] of words.entries()) {
    for (const other of words.slice(at + 1)) {
      if (one.holder === other.holder) continue;
      const across =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down =
        Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across <= kLeading || down <= kLeading) continue;
      // What a scrolling box hides does not lie on anything.
      if (one.chain.some((box) => scrolls(box) && !other.chain.includes(box))) continue;
      if (other.chain.some((box) => scrolls(box) && !one.chain.includes(box))) continue;
      const pair = `"${one.text.slice(0, 30)}" and "${other.text.slice(0, 30)}"`;
      problems.push(`overlap by ${Math.round(across)} × ${Math.round(down)}: ${pair}`);
    }
  }

  const kControls = "button, a[href], input, select, textarea, summary, [role=option], [role=tab]";
  for (const element of elements) {
    if (!element.matches(kControls) || !isSeen(element)) continue;
    // A box or a dot is pressed through its label.
    const isBox = element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type);
    const label = isBox ? element.labels?.[0] : undefined;
    const { width, height } = (label ?? element).getBoundingClientRect();
    const isInText = getComputedStyle(element).display === "inline";
    if (!isInText && (width < target - 0.5 || height < target - 0.5)) {
      problems.push(`small target, ${Math.round(width)} × ${Math.round(height)}: ${name(element)}`);
    }
  }
  return [...new Set(problems)];
}
