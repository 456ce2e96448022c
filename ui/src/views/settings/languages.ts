/** The languages whose words the program ships, by ISO 639-1 code. */
export const TAGGED_LANGUAGES = ['en', 'uk', 'ru', 'fr', 'es', 'de', 'pl', 'it', 'pt', 'tr', 'ar', 'fa', 'zh', 'ja', 'ko'] as const;
