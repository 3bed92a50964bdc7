// Where the focus is, and whether it looks unlike it does without: every element's looks are kept while it has none.
() => {
  const reach = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [role=option]';
  const traits = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'borderTopColor', 'borderBottomColor',
    'backgroundColor', 'color', 'textDecorationLine', 'opacity'];
  function looks(one) {
    const found = [];
    for (let e = one, n = 0; e && n < 5; e = e.parentElement, n += 1) {
      const style = getComputedStyle(e);
      found.push(traits.map(name => style[name]).join());
    }
    return found.join('|');
  }
  const known = (window.__looks ??= new WeakMap());
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  for (const one of document.querySelectorAll(reach)) if (!one.contains(focused)) known.set(one, looks(one));
  if (!focused || focused === document.body) return null;
  const rect = focused.getBoundingClientRect();
  const named = focused.getAttribute('aria-labelledby');
  const label = [focused.getAttribute('aria-label'), focused.labels?.[0]?.innerText, focused.innerText, focused.value,
    named && document.getElementById(named)?.innerText,
    focused.closest('[role=radiogroup], [role=group]')?.getAttribute('aria-label')];
  return {
    label: label.filter(Boolean).join(' | ').replace(/\s+/g, ' ').slice(0, 160),
    kind: focused.getAttribute('role') || focused.tagName.toLowerCase(),
    outside: focused.matches('[tabindex="-1"]') || focused.closest('[data-testid=stMain]') === null,
    shown: known.has(focused) ? known.get(focused) !== looks(focused) : null,
    seen: rect.width > 1 && rect.height > 1 && rect.bottom > 0 && rect.top < innerHeight
      && rect.right > 0 && rect.left < innerWidth,
  };
}
