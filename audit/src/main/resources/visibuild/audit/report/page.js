'use strict';
(() => {
  const one = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const calls = all('.call');
  const groups = all('.group');
  const rows = all('.resource');
  const words = new Map(calls.map((call) => [call, call.textContent.toLowerCase()]));
  const search = one('search');
  const writes = one('writes');
  const chosen = one('chosen');
  let cell = null;

  function filter() {
    const asked = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const onlyWrites = writes.getAttribute('aria-pressed') === 'true';
    const shownRows = new Set();
    let shown = 0;
    for (const [call, text] of words) {
      const fits = (!onlyWrites || call.classList.contains('write')) && asked.every((word) => text.includes(word));
      call.hidden = !fits || (cell !== null && call.dataset.cell !== cell.dataset.cell);
      shown += call.hidden ? 0 : 1;
      if (fits) {
        shownRows.add(call.dataset.row);
      }
    }
    for (const group of groups) {
      group.hidden = !group.querySelector('.call:not([hidden])');
    }
    for (const row of rows) {
      row.hidden = !shownRows.has(row.dataset.row);
    }
    for (const area of all('.area')) {
      area.hidden = !area.parentElement.querySelector('.resource:not([hidden])');
    }
    for (const other of all('.cell[aria-current]')) {
      other.removeAttribute('aria-current');
    }
    if (cell !== null) {
      cell.setAttribute('aria-current', 'true');
      chosen.textContent = `${cell.getAttribute('aria-label')} ×`;
      chosen.setAttribute('aria-label', `Show all calls, not only ${cell.getAttribute('aria-label')}`);
    }
    chosen.hidden = cell === null;
    const noun = calls.length === 1 ? 'call' : 'calls';
    one('shown').textContent = shown === calls.length ? `${shown} ${noun}` : `${shown} of ${calls.length} ${noun}`;
    one('nothing').hidden = shown > 0 || calls.length === 0;
  }

  function choose(next) {
    cell = next;
    filter();
    one('calls').scrollIntoView({ block: 'start' });
    chosen.focus({ preventScroll: true });
  }

  function showAll() {
    const before = cell;
    cell = null;
    search.value = '';
    writes.setAttribute('aria-pressed', 'false');
    filter();
    (before ?? search).focus();
  }

  function move(from, key) {
    const column = from.closest('td').cellIndex;
    const inRow = all('.cell', from.closest('tr'));
    const inColumn = rows.filter((row) => !row.hidden).map((row) => row.cells[column].querySelector('.cell')).filter(Boolean);
    const line = key === 'ArrowLeft' || key === 'ArrowRight' ? inRow : inColumn;
    const step = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
    line[line.indexOf(from) + step]?.focus();
  }

  const themes = ['system', 'light', 'dark'];
  let current = 0;
  function theme() {
    const name = themes[current];
    if (name === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = name;
    }
    const label = name === 'system' ? 'Colours: as the system' : `Colours: ${name}`;
    one('theme').setAttribute('aria-label', label);
    one('theme').title = label;
  }

  one('theme').addEventListener('click', () => {
    current = (current + 1) % themes.length;
    theme();
  });
  search.addEventListener('input', filter);
  writes.addEventListener('click', () => {
    writes.setAttribute('aria-pressed', String(writes.getAttribute('aria-pressed') !== 'true'));
    filter();
  });
  one('clear').addEventListener('click', showAll);
  chosen.addEventListener('click', showAll);
  document.addEventListener('click', (event) => {
    const target = event.target.closest('.cell');
    if (target) {
      event.preventDefault();
      choose(target);
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const active = document.activeElement;
    if (event.key === '/' && active !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape') {
      showAll();
    } else if (event.key.startsWith('Arrow') && active.classList.contains('cell')) {
      event.preventDefault();
      move(active, event.key);
    }
  });
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = all('details:not([open])');
    opened.forEach((details) => { details.open = true; });
  });
  window.addEventListener('afterprint', () => opened.forEach((details) => { details.open = false; }));
  one('tools').hidden = false;
  one('theme').hidden = false;
  theme();
  filter();
})();
