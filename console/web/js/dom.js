/**
 * Making and keeping elements. Data only ever becomes text nodes and attributes, never markup.
 * @typedef {Node | string | null | undefined | false} Child
 * @typedef {{ class?: string, text?: string, data?: Record<string, string | number | undefined>, on?: Record<string, (event: any) => void>,
 *   [attribute: string]: unknown }} Props
 */

/**
 * Makes an element. `data` become data-* attributes, `on` listeners; true is an attribute without value, false and null none.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  const { class: names, text, data, on, ...attributes } = props;
  if (names) element.className = names;
  if (text !== undefined) element.textContent = text;
  for (const [key, value] of Object.entries(data ?? {})) if (value !== undefined) element.dataset[key] = String(value);
  for (const [event, listener] of Object.entries(on ?? {})) element.addEventListener(event, listener);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * The element with this id; the page is built so that it is there.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no element #${id}`);
  return element;
}

/** @type {WeakMap<Element, { key: string, look: string }>} */
const made = new WeakMap();

/**
 * Makes a parent's children those of a list, keeping every element whose item looks the same: so focus, scrolling and what a screen
 * reader announces stay with what really is new.
 * @template T
 * @param {HTMLElement} parent
 * @param {readonly T[]} items
 * @param {{ key: (item: T) => string, look: (item: T) => string, make: (item: T) => HTMLElement }} how `look` holds all that is seen
 */
export function keep(parent, items, how) {
  /** @type {Map<string, Element>} */
  const old = new Map();
  for (const child of parent.children) {
    const known = made.get(child);
    if (known) old.set(`${known.key}\n${known.look}`, child);
  }
  /** @type {Element | null} */
  let after = null;
  const wanted = new Set();
  for (const item of items) {
    const key = how.key(item);
    const look = how.look(item);
    let element = old.get(`${key}\n${look}`);
    if (element === undefined) {
      element = how.make(item);
      made.set(element, { key, look });
    }
    /** @type {Element | null} */
    const place = after === null ? parent.firstElementChild : after.nextElementSibling;
    if (place !== element) parent.insertBefore(element, place);
    wanted.add(element);
    after = element;
  }
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
}
