'use strict';
(() => {
  const form = document.getElementById('filters');
  const facts = [...document.querySelectorAll('.fact')];
  const texts = new Map(facts.map((fact) => [fact, fact.textContent.toLowerCase()]));
  const boxes = [...form.querySelectorAll('[name=standing]')];

  const shown = (fact, words, group, source, standings) =>
    (!group || fact.dataset.group === group) &&
    (!source || fact.dataset.sources.split(' ').includes(source)) &&
    (standings === null || fact.dataset.standing.split(' ').some((one) => standings.has(one))) &&
    words.every((word) => texts.get(fact).includes(word));

  const filter = () => {
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const on = boxes.filter((box) => box.checked).map((box) => box.value);
    const standings = on.length === boxes.length ? null : new Set(on);
    let count = 0;
    for (const fact of facts) {
      fact.hidden = !shown(fact, words, form.elements.group.value, form.elements.source.value, standings);
      count += fact.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll('main > section:not(#differences)')) {
      section.hidden = !section.querySelector('.fact:not([hidden])');
    }
    form.querySelector('output').textContent = count === facts.length ? `${count} entries` : `${count} of ${facts.length} entries`;
  };

  // Where a link leads: a fact is shown even if a filter hides it, a quote is lit up in all its pieces.
  const follow = () => {
    for (const piece of document.querySelectorAll('.quoted.now')) piece.classList.remove('now');
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.classList.contains('fact')) {
      if (target.hidden) { form.reset(); filter(); }
      const details = target.querySelector('details');
      if (details) details.open = true;
      target.focus({ preventScroll: true });
    }
    if (target.classList.contains('place')) {
      const pieces = [...document.querySelectorAll('.quoted')].filter((piece) => piece.dataset.places.split(' ').includes(id));
      for (const piece of pieces) piece.classList.add('now');
      if (pieces.length) {
        pieces[0].focus({ preventScroll: true });
        pieces[0].scrollIntoView({ block: 'center' });
        return;
      }
    }
    target.scrollIntoView({ block: 'start' });
  };

  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('hashchange', follow);
  window.addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  document.addEventListener('keydown', (event) => {
    const typing = ['INPUT', 'SELECT', 'TEXTAREA'].includes(event.target.tagName);
    if (event.key === '/' && !typing) { event.preventDefault(); form.elements.words.focus(); }
    if (event.key === 'Escape' && !typing) history.back();
    if ((event.key === 'j' || event.key === 'k') && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const visible = facts.filter((fact) => !fact.hidden);
      const at = visible.indexOf(document.activeElement.closest('.fact'));
      const next = visible[Math.max(0, Math.min(visible.length - 1, at + (event.key === 'j' ? 1 : -1)))];
      if (next) { next.focus(); next.scrollIntoView({ block: 'nearest' }); }
    }
  });
  filter();
  follow();
})();
