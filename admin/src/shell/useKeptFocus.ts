import { onBeforeUnmount, onMounted } from 'vue';

/**
 * What has the focus may go with what it belonged to: the row of a session that was ended, the button "Block" of an
 * account that is blocked now. The focus then stays where it was on the page and does not begin again at its top.
 */
export function useKeptFocus(): void {
  let [last, ...around]: readonly Element[] = [];
  const note = ({ target }: FocusEvent): void => {
    [last, ...around] = target instanceof Element ? pathOf(target) : [];
  };
  const observer = new MutationObserver(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    last = undefined;
    const home = around.find((each) => each.isConnected && each.matches('main, main section, main form, main table'));
    if (!(home instanceof HTMLElement)) return;
    if (!home.hasAttribute('tabindex')) home.tabIndex = -1;
    home.focus({ preventScroll: true });
  });
  onMounted(() => {
    document.addEventListener('focusin', note);
    observer.observe(document.body, { childList: true, subtree: true });
  });
  onBeforeUnmount(() => {
    document.removeEventListener('focusin', note);
    observer.disconnect();
  });
}

function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let each: Element | null = element; each; each = each.parentElement) path.push(each);
  return path;
}
