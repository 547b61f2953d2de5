// Filters and copies; the page is complete without it.
(function () {
  'use strict';
  const $ = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const place = document.getElementById('filters');
  if (!place) { return; }
  const words = place.dataset;

  $('.cmd:not(.changing)').forEach(command => {
    const button = make('button', {type: 'button', className: 'copy', textContent: words.copy});
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(command.querySelector('code').textContent).then(() => {
        button.textContent = words.copied;
        setTimeout(() => { button.textContent = words.copy; }, 1500);
      });
    });
    command.append(button);
  });

  const rows = $('[data-sev]');
  rows.forEach(row => { row.dataset.ns = row.closest('[data-ns]')?.dataset.ns || ''; });
  const texts = rows.map(row => row.textContent.toLowerCase());
  const choice = (label, key, shape) => {
    const names = new Map();
    rows.filter(row => row.dataset[key]).forEach(row => {
      const name = shape && row.querySelector(shape);
      names.set(row.dataset[key], name ? name.textContent : row.dataset[key]);
    });
    const select = make('select', {ariaLabel: label}, make('option', {value: '', textContent: label + ': ' + words.any}));
    (shape ? [...names.keys()] : [...names.keys()].sort())
      .forEach(value => select.append(make('option', {value: value, textContent: names.get(value)})));
    return select;
  };

  const search = make('input', {type: 'search', placeholder: words.search, ariaLabel: words.search});
  const severity = choice(words.severity, 'sev', '.sev');
  const state = choice(words.state, 'state', '.state');
  const namespace = choice(words.namespace, 'ns');
  const reset = make('button', {type: 'button', textContent: words.reset});
  const expand = make('button', {type: 'button', textContent: words.expand});
  const shown = make('output', {ariaLive: 'polite'});
  const bar = make('div', {className: 'filters', role: 'search', ariaLabel: words.filter},
    search, severity, state, namespace, reset, expand, shown);
  place.replaceWith(bar);
  const controls = {q: search, sev: severity, state: state, ns: namespace};

  function apply() {
    const q = search.value.trim().toLowerCase();
    let count = 0;
    rows.forEach((row, index) => {
      const fits = (!q || texts[index].includes(q))
        && (!severity.value || row.dataset.sev === severity.value)
        && (!state.value || row.dataset.state === state.value)
        && (!namespace.value || row.dataset.ns === namespace.value);
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    $('#findings .group').forEach(group => { group.hidden = !group.querySelector('tr[data-sev]:not([hidden])'); });
    shown.textContent = words.shown.replace('{0}', count).replace('{1}', rows.length);
    reset.hidden = count === rows.length;
  }
  function write() {
    const query = new URLSearchParams();
    Object.keys(controls).forEach(key => { if (controls[key].value) { query.set(key, controls[key].value); } });
    history.replaceState(null, '', query.size ? '#?' + query : location.pathname + location.search);
    apply();
  }
  function read() {
    if (location.hash.startsWith('#?')) {
      const query = new URLSearchParams(location.hash.slice(2));
      Object.keys(controls).forEach(key => { controls[key].value = query.get(key) || ''; });
      bar.scrollIntoView();
    }
    apply();
  }
  bar.addEventListener('input', write);
  reset.addEventListener('click', () => { Object.values(controls).forEach(c => { c.value = ''; }); write(); });
  expand.addEventListener('click', () => {
    const open = expand.textContent === words.expand;
    $('main details').forEach(details => { details.open = open; });
    expand.textContent = open ? words.collapse : words.expand;
  });
  addEventListener('hashchange', read);
  read();
}());
