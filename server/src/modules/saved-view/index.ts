export { SavedView } from './saved-view.entity.ts';
export { SavedViewResolver } from './saved-view.resolver.ts';
