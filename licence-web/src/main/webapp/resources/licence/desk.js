/*
 * What pages do in the browser beside Faces. Markup says what it wants by data attributes, so that no page has a script
 * of its own:
 *   data-execute="@this"  a button that asks the server without leaving the page: @this runs it alone, @form its fields too;
 *                         data-render names what the answer replaces, ":a:b" by its id, "a" in the button's own form;
 *                         data-send="NAME=VALUE" is sent along
 *   data-open="ID"        opens the dialog of that id;  data-close  closes the dialog around it
 *   data-dialog="open"    on what the server sent into a dialog: the dialog is to be open, or else closed
 *   data-submit-on-change a form that is sent as soon as something in it changes, a date excepted
 *   data-press="ID"       presses the button of that id, which is out of sight, once data-with is in the field of data-fill
 *   data-secret-address   takes what follows the "?" out of the address and the history: a secret
 *   data-copy="ID"        copies the text of the element of that id
 *   data-mark, data-mark-all, data-mark-matching   selection in a table
 *   data-focus            in what the server sent: the place to go on at
 *   data-draft="NAME"     a form whose text is found again after a session has expired
 *   data-guard            a form whose text is not to be lost unasked; data-dirty once something was typed
 *   data-stays            a form that is answered with a file, so that the page stays
 *   data-list="NAME"      the page of a list; a link with data-back="NAME" leads to it as it was seen last
 *   data-selection="KEY"  which list a selection is of: it lives on all its pages
 *   data-failed, data-refused, data-away, data-dismiss   on the body: what is said when a request of a script fails
 *   data-follow="ID"      a field that takes what the other one has, until somebody types into it
 *   data-equals="TEXT"    a button that can be used only once the field of data-equals-field has that text
 *   data-needs="ID"       a button that can be used only while that box is ticked
 *   data-messages         where it is said what was done; it moves into the dialog that is open, which hides all else
 *   data-focus            where one goes on, in a dialog that opens or when what one used is gone from the page
 *   data-tally="NAME"     says how many boxes of that name are ticked: data-text, with the number for %s
 */
(() => {
  'use strict';

  const secret = () => document.querySelector('[data-secret-address]') && history.replaceState(null, '', location.pathname);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', secret);
  else secret();

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);

  // ---- dialogs -------------------------------------------------------------------------------------------------
  const focusFirst = (dialog) => {
    const wrong = one('[aria-invalid="true"]', dialog);
    const first = wrong || one('[data-focus]', dialog) || one('form :is(input:not([type=hidden]), select, textarea, button)', dialog);
    first?.focus();
    if (first?.select && first.type === 'text') first.select();
  };

  /** The ids of the button that was used last, and of the one outside dialogs; while it asks, it cannot have the focus. */
  let used = '';
  let pressed = '';

  /** A region that is moved is not read out; what comes into it afterwards is. */
  const settleMessages = () => {
    const messages = one('[data-messages]');
    const place = one('dialog[open]') || document.body;
    if (!messages || messages.parentElement === place) return;
    const list = byId('toasts');
    const said = [...list.childNodes];
    list.replaceChildren();
    if (place === document.body) place.append(messages);
    else place.prepend(messages);
    setTimeout(() => list.append(...said));
  };

  const show = (dialog) => {
    if (dialog && !dialog.open) {
      dialog.dataset.opener = pressed;
      dialog.showModal();
      settleMessages();
      focusFirst(dialog);
    }
  };

  /** Brings each dialog into the state that the server's part of it asks for. */
  const settleDialogs = () => all('dialog').forEach((dialog) => {
    const state = one('[data-dialog]', dialog)?.dataset.dialog;
    if (state === 'open') show(dialog);
    else if (state === 'closed' && dialog.open) {
      dialog.dataset.opener = one('main [data-focus]')?.id || dialog.dataset.opener;
      dialog.close();
    }
  });

  /** Where one goes on is said once; a form that begins anew there has no draft any more. */
  const goOn = (place) => {
    delete place.dataset.focus;
    place.focus();
    const form = place.closest('form[data-draft]');
    if (form) sessionStorage.removeItem(draftKey(form));
  };

  /** After an answer: to what is wrong, else to what is new, else to where one was. */
  const settleFocus = (place) => {
    const open = one('dialog[open]');
    const wrong = one('[aria-invalid="true"]', open || document);
    if (wrong) wrong.focus();
    else if (open && !open.contains(document.activeElement)) focusFirst(open);
    else if (!open && one('main [data-focus]')) goOn(one('main [data-focus]'));
    else if (!document.activeElement || document.activeElement === document.body) byId(place)?.focus();
  };

  // ---- selection in a table ------------------------------------------------------------------------------------
  const marks = () => all('input[data-mark]');

  /** One more than can be changed at once, so that it is said that these are too many. */
  const MOST_CHOSEN = 1001;

  /** Who is selected, on whatever page of the list. */
  let chosen = new Set();

  const selectionKey = () => `selection:${document.body.dataset.person || ''}`;

  const keepSelection = () => sessionStorage.setItem(selectionKey(),
    JSON.stringify({ list: byId('bulk').dataset.selection, ids: [...chosen] }));

  const restoreSelection = () => {
    const kept = JSON.parse(sessionStorage.getItem(selectionKey()));
    chosen = new Set(kept?.list === byId('bulk')?.dataset.selection ? kept?.ids : []);
  };

  const settleMarks = () => {
    const bar = byId('bulk');
    if (!bar) return;
    const matching = bar.dataset.matching === 'true';
    marks().forEach((box) => {
      box.checked = chosen.has(box.value);
      box.closest('tr').toggleAttribute('data-marked', box.checked);
    });
    const here = marks().filter((box) => box.checked);
    const whole = one('input[data-mark-all]');
    if (whole) {
      whole.checked = here.length > 0 && here.length === marks().length;
      whole.indeterminate = here.length > 0 && !whole.checked;
    }
    bar.hidden = chosen.size === 0;
    const count = one('[data-mark-count]', bar);
    count.textContent = matching ? count.dataset.all : count.dataset.some.replace('{0}', chosen.size);
    all('[data-mark-matching]', bar).forEach((button) => { button.hidden = matching || !(whole?.checked); });
    all('input[data-marked-ids]').forEach((field) => { field.value = [...chosen].slice(0, MOST_CHOSEN).join(','); });
    all('input[data-marked-matching]').forEach((field) => { field.value = String(matching); });
  };

  const mark = (boxes, checked) => {
    byId('bulk').dataset.matching = 'false';
    boxes.forEach((box) => (checked ? chosen.add(box.value) : chosen.delete(box.value)));
    keepSelection();
    settleMarks();
  };

  const unmarkAll = () => {
    if (!byId('bulk')) return;
    chosen.clear();
    mark([], false);
  };

  // ---- what was typed when a session expired -------------------------------------------------------------------
  const draftKey = (form) => `draft:${form.dataset.draft}:${document.body.dataset.person || ''}`;
  const kept = (form) => all('input, select, textarea', form)
    .filter((field) => field.name && !['hidden', 'password', 'submit', 'button'].includes(field.type));

  const keepDraft = (form) => {
    const values = Object.fromEntries(kept(form)
      .map((field) => [field.name, ['checkbox', 'radio'].includes(field.type) ? field.checked : field.value]));
    sessionStorage.setItem(draftKey(form), JSON.stringify({ path: location.pathname, values }));
  };

  /** What was saved is no draft any more. */
  const dropDrafts = () => all('form[data-draft]')
    .filter((form) => !one('[aria-invalid="true"], .refusal, .note.warn', form) && !one('dialog[open]'))
    .forEach((form) => sessionStorage.removeItem(draftKey(form)));

  const restoreDrafts = () => {
    const from = document.referrer ? new URL(document.referrer).pathname : '';
    const goesOn = from.endsWith('/sign-in') || from === location.pathname;
    all('form[data-draft]').forEach((form) => {
      const draft = JSON.parse(sessionStorage.getItem(draftKey(form)));
      sessionStorage.removeItem(draftKey(form));
      if (!goesOn || draft?.path !== location.pathname) return;
      const { values } = draft;
      kept(form).filter((field) => field.name in values).forEach((field) => {
        if (['checkbox', 'radio'].includes(field.type)) field.checked = values[field.name];
        else field.value = values[field.name];
        field.dataset.touched = 'true';
      });
      if (form.matches('[data-guard]')) form.dataset.dirty = 'true';
      const note = byId('draft-restored');
      if (note) note.hidden = false;
    });
  };

  // ---- what was typed and not saved ------------------------------------------------------------------------------
  /** Whether what is typed is saved, or kept, or given up with the page. */
  let leaving = false;

  const isFaultless = (form) => !one('[aria-invalid="true"], .refusal, .note.warn', form);

  /** After an answer: what was sent and taken is saved, what was sent in vain is not, though its form may be a new one. */
  const settleGuard = (form, wasDirty) => {
    if (!form?.matches('[data-guard]')) return;
    if (isFaultless(form) && !one('dialog[open]')) delete form.dataset.dirty;
    else if (wasDirty) form.dataset.dirty = 'true';
  };

  const leave = (form) => {
    leaving = !all('form[data-dirty]').some((dirty) => dirty !== form
      && !(dirty.matches('[data-draft]') && form?.matches('[data-preference]')));
    if (form?.matches('[data-stays]')) leaving = true;
    // Whoever is still here then stayed.
    setTimeout(() => { leaving = false; }, 1000);
  };

  window.addEventListener('beforeunload', (event) => {
    if (!leaving && one('form[data-dirty]')) event.preventDefault();
  });

  // ---- that it works -----------------------------------------------------------------------------------------------
  const SLOW = 300;
  let asked = 0;
  let slow;

  const work = () => {
    asked += 1;
    if (asked > 1) return;
    slow = setTimeout(() => {
      document.body.dataset.busy = 'true';
      const words = byId('working');
      if (words) words.textContent = words.dataset.text;
    }, SLOW);
  };

  const rest = () => {
    asked = Math.max(0, asked - 1);
    if (asked > 0) return;
    clearTimeout(slow);
    delete document.body.dataset.busy;
    const words = byId('working');
    if (words) words.textContent = '';
  };

  // ---- the way back to a list ----------------------------------------------------------------------------------------
  const listKey = (name) => `list:${name}:${document.body.dataset.person || ''}`;

  const settleWayBack = () => {
    const list = one('[data-list]');
    if (list) sessionStorage.setItem(listKey(list.dataset.list), location.pathname + location.search);
    all('a[data-back]').forEach((link) => {
      link.href = sessionStorage.getItem(listKey(link.dataset.back)) || link.href;
    });
  };

  // ---- requests that fail ------------------------------------------------------------------------------------------
  const complain = (text) => {
    const toast = document.createElement('div');
    toast.className = 'toast';
    const words = document.createElement('span');
    words.className = 'grow';
    words.textContent = text;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'button';
    close.dataset.toastClose = 'true';
    close.textContent = document.body.dataset.dismiss;
    toast.append(words, close);
    byId('toasts')?.replaceChildren(toast);
  };

  const complainOf = (status) => {
    const { failed, refused, away } = document.body.dataset;
    complain({ 0: away, 403: refused }[status] || failed);
  };

  /** A text as typed or as copied from a sentence, which isolates it. */
  const plain = (text) => text?.replace(/[\u2066-\u2069]/g, '').normalize('NFC').trim();

  // ---- buttons that wait for something ---------------------------------------------------------------------------
  const settleButtons = () => {
    all('[data-needs]:not([aria-busy])').forEach((button) => { button.disabled = !byId(button.dataset.needs)?.checked; });
    all('[data-equals]:not([aria-busy])').forEach((button) => {
      button.disabled = plain(byId(button.dataset.equalsField)?.value) !== plain(button.dataset.equals);
    });
  };

  const settleTallies = () => all('[data-tally]').forEach((tally) => {
    tally.textContent = tally.dataset.text.replace('%s', all(`input[name="${tally.dataset.tally}"]:checked`).length);
  });

  const settle = () => {
    settleDialogs();
    settleWayBack();
    settleMarks();
    settleTallies();
    settleButtons();
  };

  // ---- buttons that ask the server ---------------------------------------------------------------------------------
  const resolved = (ids, button) => {
    const container = button.id.slice(0, button.id.lastIndexOf(':') + 1);
    return ids.split(/\s+/).filter(Boolean).map((id) => {
      if (id.startsWith('@')) return id;
      return id.startsWith(':') ? id.slice(1) : container + id;
    }).join(' ');
  };

  const free = (button) => {
    button.disabled = false;
    button.removeAttribute('aria-busy');
  };

  /** Until there is an answer the button cannot be pressed again; what leads to another page leaves it so. */
  const send = (button, event) => {
    const place = document.activeElement?.id || used;
    const { form } = button;
    const wasDirty = Boolean(form.dataset.dirty);
    const settled = () => {
      settle();
      settleFocus(place);
    };
    faces.ajax.request(button, event, {
      execute: button.dataset.execute,
      render: resolved(button.dataset.render || '@none', button),
      params: Object.fromEntries(new URLSearchParams(button.dataset.send)),
      onevent: ({ status, responseXML: answer }) => {
        if (status === 'complete') {
          rest();
          // Faces would fail of XML that is none of its own, and send nothing any more.
          if (answer && !one('partial-response > *', answer)) answer.documentElement?.remove();
          if (answer?.querySelector('redirect')) all('form[data-dirty]').forEach((left) => { delete left.dataset.dirty; });
          else free(button);
        } else if (status === 'success') {
          // Who was changed is selected no more; while it is still asked, they are.
          if (one('update[id="list"]', answer) && !one('dialog[open] :is(.primary, .danger)')) unmarkAll();
          settled();
          if (one('update', answer)) {
            dropDrafts();
            settleGuard(byId(form.id), wasDirty);
          }
        }
      },
      onerror: ({ responseCode }) => {
        complainOf(responseCode);
        settled();
      },
    });
    work();
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
  };

  // ---- events ----------------------------------------------------------------------------------------------------
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest('button, [data-execute], summary, a');
    if (button) used = button.id;
    if (button && !button.closest('dialog')) pressed = button.id;
    const opener = target?.closest('[data-open]');
    if (opener) show(byId(opener.dataset.open));
    if (target?.closest('[data-close]')) target.closest('dialog')?.close();
    const copier = target?.closest('[data-copy]');
    if (copier) {
      const source = byId(copier.dataset.copy);
      navigator.clipboard?.writeText(source.value ?? source.textContent).then(() => {
        copier.textContent = copier.dataset.copied;
      }, () => source.select?.());
    }
    const menu = target?.closest('[data-menu-button]');
    if (menu || (document.body.dataset.menu === 'open' && !target?.closest('.side'))) {
      const open = Boolean(menu) && document.body.dataset.menu !== 'open';
      document.body.dataset.menu = open ? 'open' : 'closed';
      one('[data-menu-button]').setAttribute('aria-expanded', String(open));
      if (open) one('.side a')?.focus();
    }
    if (target?.closest('[data-mark-matching]')) {
      byId('bulk').dataset.matching = 'true';
      settleMarks();
    }
    if (target?.closest('[data-mark-none]')) {
      unmarkAll();
      one('input[data-mark-all]')?.focus();
    }
    const presser = target?.closest('[data-press]');
    if (presser) {
      if (presser.dataset.fill) byId(presser.dataset.fill).value = presser.dataset.with;
      byId(presser.dataset.press).click();
    }
    const sender = target?.closest('[data-execute]');
    if (sender) {
      send(sender, event);
      event.preventDefault();
    }
    if (target?.closest('[data-toast-close], [data-press]')) target.closest('.toast')?.remove();
    all('details.filter[open]').filter((filter) => !filter.contains(target)).forEach((filter) => { filter.open = false; });
  }, true);

  document.addEventListener('keydown', (event) => {
    const search = one('main input[type="search"]');
    const typing = event.target.closest?.('input:not([type="checkbox"], [type="radio"]), select, textarea');
    if (event.key === '/' && search && !typing && !one('dialog[open]') && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
    }
    if (event.key !== 'Escape') return;
    all('details.filter[open]').forEach((filter) => {
      filter.open = false;
      one('summary', filter).focus();
    });
    if (document.body.dataset.menu === 'open') {
      one('[data-menu-button]').click();
      one('[data-menu-button]').focus();
    }
  });

  document.addEventListener('change', (event) => {
    const field = event.target;
    if (field.matches('[data-mark-all]')) mark(marks(), field.checked);
    if (field.matches('[data-mark]')) mark([field], field.checked);
    // A date changes with each digit of the year that is typed; of several boxes all are wanted first.
    if (field.type !== 'date' && !field.closest('details.filter')) field.closest('form[data-submit-on-change]')?.requestSubmit();
    settleTallies();
    settleButtons();
  });

  document.addEventListener('input', (event) => {
    const field = event.target;
    field.dataset.touched = 'true';
    all(`[data-follow="${CSS.escape(field.id)}"]`).filter((follower) => !follower.dataset.touched)
      .forEach((follower) => { follower.value = field.value; });
    const form = field.closest('form[data-draft]');
    if (form) keepDraft(form);
    const guarded = field.closest('form[data-guard]');
    if (guarded) guarded.dataset.dirty = 'true';
    settleButtons();
  });

  // A form by GET leaves out what is not filled in, so that addresses stay short.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method === 'get') kept(form).filter((field) => field.value === '').forEach((field) => { field.disabled = true; });
    leave(form);
    if (form.method !== 'post' || form.matches('[data-stays]')) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    event.submitter?.setAttribute('aria-busy', 'true');
    work();
  });

  // A dialog that was closed here stays closed, whatever the server said before; who opened it is where one goes on,
  // or the page, if that is gone now.
  document.addEventListener('close', (event) => {
    if (!event.target.matches('dialog')) return;
    const part = one('[data-dialog]', event.target);
    if (part) part.dataset.dialog = 'closed';
    all('form[data-dirty]', event.target).forEach((form) => { delete form.dataset.dirty; });
    settleMessages();
    const opener = byId(event.target.dataset.opener);
    (opener?.checkVisibility() ? opener : one('[data-mark-all]') || byId('main'))?.focus();
  }, true);

  window.addEventListener('pageshow', (event) => {
    all('form').flatMap(kept).filter((field) => field.disabled && field.form.method === 'get')
      .forEach((field) => { field.disabled = false; });
    if (!event.persisted) return;
    rest();
    all('[aria-busy]').forEach(free);
    all('form[data-sent]').forEach((form) => { delete form.dataset.sent; });
    restoreSelection();
    settle();
  });

  const start = () => {
    restoreDrafts();
    restoreSelection();
    settle();
    one('main [aria-invalid="true"]')?.focus();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
