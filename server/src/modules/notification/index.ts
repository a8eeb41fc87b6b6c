export { Message } from './message.entity.ts';
export { MessageResolver } from './message.resolver.ts';
export { listenToDisputes } from './notification.listeners.ts';
