export { ListColumns } from './list-columns.entity.ts';
export { ListColumnsResolver } from './list-columns.resolver.ts';
export { SavedView } from './saved-view.entity.ts';
export { SavedViewResolver } from './saved-view.resolver.ts';
