import './chat.events.ts';

export { Chat, ChatEdit, ChatMessage } from './chat.entity.ts';
export { AssemblyChatResolver, ChatMessageResolver } from './chat-message.resolver.ts';
export { ChatResolver } from './chat.resolver.ts';
export { tellOfChat } from './chat.listeners.ts';
