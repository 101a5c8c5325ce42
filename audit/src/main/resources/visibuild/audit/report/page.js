'use strict';
(() => {
  const one = (id) => document.getElementById(id);
  const calls = [...document.querySelectorAll('.group .call')];
  const groups = [...document.querySelectorAll('.group')];
  const rows = new Map([...document.querySelectorAll('.resource')].map((row) => [row.dataset.row, row]));
  const highlights = [...document.querySelectorAll('aside .call')];
  const words = new Map([...calls, ...highlights].map((call) => [call, `${call.parentElement.firstElementChild.textContent} ${call.textContent}`.toLowerCase()]));
  const search = one('search');
  const writes = one('writes');
  const drawer = one('drawer');

  function filter() {
    const asked = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const onlyWrites = writes.getAttribute('aria-pressed') === 'true';
    for (const [call, text] of words) {
      call.hidden = (onlyWrites && !call.classList.contains('write')) || !asked.every((word) => text.includes(word));
    }
    const shown = calls.filter((call) => !call.hidden).length;
    for (const group of groups) {
      const empty = !group.querySelector('.call:not([hidden])');
      group.hidden = empty;
      rows.get(group.id).hidden = empty;
    }
    for (const area of document.querySelectorAll('.area')) {
      area.hidden = !area.parentElement.querySelector('.resource:not([hidden])');
    }
    one('shown').textContent = shown === calls.length ? `${shown} calls` : `${shown} of ${calls.length} calls`;
    one('nothing').hidden = shown > 0;
  }

  function showAll() {
    search.value = '';
    writes.setAttribute('aria-pressed', 'false');
    filter();
    search.focus();
  }

  function open(cell) {
    one('drawer-title').textContent = cell.getAttribute('aria-label');
    one('drawer-calls').replaceChildren(
      ...calls.filter((call) => call.dataset.cell === cell.dataset.cell && !call.hidden).map((call) => call.cloneNode(true)));
    drawer.showModal();
  }

  function move(cell, key) {
    const row = cell.closest('tr');
    const column = cell.closest('td').cellIndex;
    const visible = [...rows.values()].filter((other) => !other.hidden);
    const inRow = [...row.querySelectorAll('.cell')];
    const inColumn = visible.map((other) => other.cells[column].querySelector('.cell')).filter(Boolean);
    const line = key === 'ArrowLeft' || key === 'ArrowRight' ? inRow : inColumn;
    const step = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
    line[line.indexOf(cell) + step]?.focus();
  }

  const themes = ['system', 'light', 'dark'];
  function theme(name) {
    if (name === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = name;
    }
    one('theme').setAttribute('aria-label', name === 'system' ? 'Colours: as the system says' : `Colours: ${name}`);
    one('theme').title = one('theme').getAttribute('aria-label');
  }
  let current = 'system';
  one('theme').addEventListener('click', () => {
    current = themes[(themes.indexOf(current) + 1) % themes.length];
    theme(current);
  });

  search.addEventListener('input', filter);
  writes.addEventListener('click', () => {
    writes.setAttribute('aria-pressed', String(writes.getAttribute('aria-pressed') !== 'true'));
    filter();
  });
  one('clear').addEventListener('click', showAll);
  document.addEventListener('click', (event) => {
    const cell = event.target.closest('.cell');
    if (cell) {
      event.preventDefault();
      open(cell);
    } else if (event.target === drawer) {
      drawer.close();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || drawer.open) {
      return;
    }
    if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && document.activeElement === search) {
      showAll();
    } else if (event.key.startsWith('Arrow') && document.activeElement.classList.contains('cell')) {
      event.preventDefault();
      move(document.activeElement, event.key);
    }
  });
  theme(current);
  filter();
})();
