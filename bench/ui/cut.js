// What is cut off: a text that sticks out of a box that hides what does, or a page that scrolls sideways.
(others) => {
  const found = [];
  const silent = 'style, script, svg, [data-testid=stIconMaterial], [aria-hidden=true]';
  const parent = one => one.parentElement || (one.getRootNode().host ?? null);
  function place(one) {
    const names = [];
    for (let e = one; e && names.length < 3; e = parent(e)) {
      const name = e.dataset?.testid || [...(e.classList ?? [])].find(c => c.startsWith('st-key-'));
      if (name) names.push(name);
    }
    return names.join(' < ');
  }
  const wide = document.querySelector('[data-testid=stMain]');
  if (wide.scrollWidth > wide.clientWidth + 1) found.push({ why: 'the page scrolls sideways', text: '', place: '' });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || holder.closest(silent)) continue;
    if (others.some(other => holder.closest(other))) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (text.width < 2 || text.height < 2 || !holder.checkVisibility({ visibilityProperty: true })) continue;
    for (let box = holder; box && box !== document.body; box = parent(box)) {
      const style = getComputedStyle(box), edge = box.getBoundingClientRect();
      if (edge.width <= 2 || edge.height <= 2) break;
      const beside = text.right > edge.right + 1.5 || text.left < edge.left - 1.5;
      const below = text.bottom > edge.bottom + 2.5;
      const why = /hidden|clip/.test(style.overflowX) && beside ? 'cut at the side'
        : /hidden|clip/.test(style.overflowY) && below ? 'cut below' : '';
      if (why) { found.push({ why, text: node.data.trim().slice(0, 60), place: place(holder) }); break; }
      if (/auto|scroll/.test(style.overflowX)) break;
    }
  }
  return found;
}
