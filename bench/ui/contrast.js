// Every text that can be seen, its ink and its ground as they are painted, and what WCAG 2 asks of it.
() => {
  const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
    .getContext('2d', { willReadFrequently: true });
  const known = new Map();
  function rgba(color) {
    if (!known.has(color)) {
      brush.clearRect(0, 0, 1, 1); brush.fillStyle = color; brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      known.set(color, [r, g, b, a / 255]);
    }
    return known.get(color);
  }
  const over = (top, under, alpha) => under.map((one, i) => (i < 3 ? top[i] * alpha + one * (1 - alpha) : 1));
  const parent = one => one.parentElement || (one.getRootNode().host ?? null);
  function layers(element) {
    const found = [];
    let opacity = 1;
    for (let one = element; one; one = parent(one)) {
      const style = getComputedStyle(one);
      found.push({ color: rgba(style.backgroundColor), opacity: Number(style.opacity) });
      opacity *= Number(style.opacity);
    }
    return { found, opacity };
  }
  function ground(found) {
    let color = matchMedia('(prefers-color-scheme: dark)').matches ? [20, 23, 26, 1] : [255, 255, 255, 1];
    for (const layer of [...found].reverse()) color = over(layer.color, color, layer.color[3]);
    return color;
  }
  const light = one => one.slice(0, 3).map(part => part / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  function ratio(one, other) {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }
  const hex = one => '#' + one.slice(0, 3).map(part => Math.round(part).toString(16).padStart(2, '0')).join('');
  function place(one) {
    const names = [];
    for (let e = one; e && names.length < 4; e = parent(e)) {
      const name = e.dataset?.testid || [...(e.classList ?? [])].find(c => c.startsWith('st-key-'));
      if (name) names.push(name);
    }
    return names.join(' < ');
  }
  const measured = [];
  function measure(text, element, color, style) {
    const { found, opacity } = layers(element);
    const under = ground(found);
    const ink = rgba(color);
    const seen = over(ink, under, ink[3] * opacity);
    const size = parseFloat(style.fontSize), bold = Number(style.fontWeight) >= 700;
    const graphic = element.closest('[data-testid=stIconMaterial], svg') !== null;
    const needed = graphic || size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
    measured.push({ text: text.slice(0, 60), ratio: ratio(seen, under), needed, ink: hex(seen), ground: hex(under),
      place: place(element) });
  }
  function visible(element, rect) {
    return rect.width > 1.5 && rect.height > 1.5 && element.checkVisibility({ visibilityProperty: true })
      && !element.closest('[disabled], [aria-disabled=true]');
  }
  function walk(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.shadowRoot) walk(node.shadowRoot);
        if (node.matches('input:not([type=checkbox]):not([type=radio]), textarea')) field(node);
      } else if (node.data.trim() && node.parentElement && !node.parentElement.closest('style, script, noscript')) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const style = getComputedStyle(node.parentElement);
        const box = node.parentElement.getBoundingClientRect();
        if (visible(node.parentElement, range.getBoundingClientRect()) && box.width > 1.5 && Number(style.opacity) > 0)
          measure(node.data.trim(), node.parentElement, style.color, style);
      }
    }
  }
  function field(node) {
    if (!visible(node, node.getBoundingClientRect())) return;
    const style = getComputedStyle(node, node.value ? null : '::placeholder');
    const said = node.value || node.placeholder;
    if (said) measure(said, node, style.color, getComputedStyle(node));
  }
  walk(document.body);
  return measured;
}
