// The article's words: spans count code points, strings count UTF-16 units.

/** Text of an article, its points, and the UTF-16 offset of each point. */
const texts = findAll("[data-article] .text").map((box) => {
  const points = Array.from(box.textContent);
  const offsets = new Uint32Array(points.length + 1);
  points.forEach((point, at) => { offsets[at + 1] = offsets[at] + point.length; });
  return { box, points, offsets };
});

const wordsOf = (spans) => spans.map(([article, start, end]) => texts[article].points.slice(start, end).join("")).join(" … ");

function unhighlight() {
  for (const hit of findAll(".hit")) {
    const parent = hit.parentNode;
    hit.replaceWith(...hit.childNodes);
    parent.normalize();
  }
  for (const mark of findAll(".m.chosen")) mark.classList.remove("chosen");
}

/** Wraps the spans' words; gives the wrapped pieces in text order. */
function highlight(spans) {
  unhighlight();
  const hits = [];
  for (const [article, from, to] of spans) {
    const { box, offsets } = texts[article];
    const start = offsets[from], end = offsets[to];
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const pieces = [];
    for (let at = 0, node = walker.nextNode(); node && at < end; at += node.length, node = walker.nextNode())
      if (at + node.length > start) pieces.push([node, Math.max(0, start - at), Math.min(node.length, end - at)]);
    for (const [node, first, last] of pieces) {
      const range = document.createRange();
      range.setStart(node, first);
      range.setEnd(node, last);
      const hit = element("mark", { className: "hit" });
      range.surroundContents(hit);
      hits.push(hit);
    }
  }
  return hits;
}

/** Brings something into view in the middle of its part, and puts the focus there if the keyboard asked for it. */
function show(target) {
  if (!target) return;
  target.scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
  if (state.byKeyboard) {
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
}

/** Marks all mentions of a thing; scrolls to the first if none is in sight. */
function markMentions(key, scroll) {
  unhighlight();
  const marks = findAll(`.m[data-thing="${CSS.escape(key)}"]`);
  for (const mark of marks) mark.classList.add("chosen");
  if (scroll && marks.length) marks[0].scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
  return marks;
}
