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
 *   data-failed, data-refused, data-away, data-dismiss   on the body: what is said when a request of a script fails
 *   data-follow="ID"      a field that takes what the other one has, until somebody types into it
 *   data-equals="TEXT"    a button that can be used only once the field of data-equals-field has that text
 *   data-needs="ID"       a button that can be used only while that box is ticked
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
    const first = wrong || one('[data-focus]', dialog) || one('input:not([type=hidden]), select, textarea, button', dialog);
    first?.focus();
    if (first?.select && first.type === 'text') first.select();
  };

  /** The ids of the button that was used last, and of the one outside dialogs; while it asks, it cannot have the focus. */
  let used = '';
  let pressed = '';

  const show = (dialog) => {
    if (dialog && !dialog.open) {
      dialog.dataset.opener = pressed;
      dialog.showModal();
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

  const settleMarks = () => {
    const bar = byId('bulk');
    if (!bar) return;
    const chosen = marks().filter((box) => box.checked);
    const matching = bar.dataset.matching === 'true';
    marks().forEach((box) => box.closest('tr').toggleAttribute('data-marked', box.checked));
    const whole = one('input[data-mark-all]');
    if (whole) {
      whole.checked = chosen.length > 0 && chosen.length === marks().length;
      whole.indeterminate = chosen.length > 0 && !whole.checked;
    }
    bar.hidden = chosen.length === 0;
    const count = one('[data-mark-count]', bar);
    count.textContent = matching ? count.dataset.all : count.dataset.some.replace('{0}', chosen.length);
    all('[data-mark-matching]', bar).forEach((button) => { button.hidden = matching || !(whole?.checked); });
    all('input[data-marked-ids]').forEach((field) => { field.value = chosen.map((box) => box.value).join(','); });
    all('input[data-marked-matching]').forEach((field) => { field.value = String(matching); });
  };

  const mark = (boxes, checked) => {
    byId('bulk').dataset.matching = 'false';
    boxes.forEach((box) => { box.checked = checked; });
    settleMarks();
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
      const note = byId('draft-restored');
      if (note) note.hidden = false;
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
          // Faces would fail of XML that is none of its own, and send nothing any more.
          if (answer && !one('partial-response > *', answer)) answer.documentElement?.remove();
          if (!answer?.querySelector('redirect')) free(button);
        } else if (status === 'success') {
          settled();
          if (one('update', answer)) dropDrafts();
        }
      },
      onerror: ({ responseCode }) => {
        complainOf(responseCode);
        settled();
      },
    });
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
      mark(marks(), false);
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
    if (field.matches('[data-mark]')) {
      byId('bulk').dataset.matching = 'false';
      settleMarks();
    }
    // A date changes with each digit of the year that is typed.
    if (field.type !== 'date') field.closest('form[data-submit-on-change]')?.requestSubmit();
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
    settleButtons();
  });

  // A form by GET leaves out what is not filled in, so that addresses stay short.
  document.addEventListener('submit', (event) => {
    if (event.target.method !== 'get') return;
    kept(event.target).filter((field) => field.value === '').forEach((field) => { field.disabled = true; });
  });

  // A dialog that was closed here stays closed, whatever the server said before; who opened it is where one goes on,
  // or the page, if that is gone now.
  document.addEventListener('close', (event) => {
    if (!event.target.matches('dialog')) return;
    const part = one('[data-dialog]', event.target);
    if (part) part.dataset.dialog = 'closed';
    const opener = byId(event.target.dataset.opener);
    (opener?.checkVisibility() ? opener : one('[data-mark-all]') || byId('main'))?.focus();
  }, true);

  window.addEventListener('pageshow', (event) => {
    all('form').flatMap(kept).filter((field) => field.disabled && field.form.method === 'get')
      .forEach((field) => { field.disabled = false; });
    if (!event.persisted) return;
    all('[aria-busy]').forEach(free);
    settle();
  });

  const start = () => {
    restoreDrafts();
    settle();
    one('main [aria-invalid="true"]')?.focus();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
