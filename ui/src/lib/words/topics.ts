/** Names of the topics by slug, in the window's languages. A slug that is not here is shown as it is. */
const TOPICS: Record<string, [en: string, uk: string, ru: string]> = {
  'un-security-council': ['UN Security Council', 'Рада Безпеки ООН', 'Совет Безопасности ООН'],
  sanctions: ['Sanctions', 'Санкції', 'Санкции'],
  'arms-transfers': ['Arms transfers', 'Постачання зброї', 'Поставки оружия'],
  'nuclear-nonproliferation': ['Nuclear non-proliferation', 'Ядерне нерозповсюдження', 'Ядерное нераспространение'],
  'chemical-weapons': ['Chemical weapons', 'Хімічна зброя', 'Химическое оружие'],
  'ballistic-missiles': ['Ballistic missiles', 'Балістичні ракети', 'Баллистические ракеты'],
  'military-deployment': ['Military deployment', 'Розгортання військ', 'Развёртывание войск'],
  'armed-conflict': ['Armed conflict', 'Збройний конфлікт', 'Вооружённый конфликт'],
  'peace-negotiations': ['Peace negotiations', 'Мирні переговори', 'Мирные переговоры'],
  'human-rights': ['Human rights', 'Права людини', 'Права человека'],
  'international-humanitarian-law': ['Humanitarian law', 'Гуманітарне право', 'Гуманитарное право'],
  'territorial-integrity': ['Territorial integrity', 'Територіальна цілісність', 'Территориальная целостность'],
  terrorism: ['Terrorism', 'Тероризм', 'Терроризм'],
  cyber: ['Cyber', 'Кіберпростір', 'Киберпространство'],
  energy: ['Energy', 'Енергетика', 'Энергетика'],
  'trade-and-export-controls': ['Trade and export controls', 'Торгівля й експортний контроль', 'Торговля и экспортный контроль'],
  'humanitarian-aid': ['Humanitarian aid', 'Гуманітарна допомога', 'Гуманитарная помощь'],
  'elections-and-democracy': ['Elections and democracy', 'Вибори й демократія', 'Выборы и демократия'],
  'maritime-security': ['Maritime security', 'Безпека на морі', 'Безопасность на море'],
  'diplomatic-relations': ['Diplomatic relations', 'Дипломатичні відносини', 'Дипломатические отношения'],
  disinformation: ['Disinformation', 'Дезінформація', 'Дезинформация'],
  migration: ['Migration', 'Міграція', 'Миграция'],
  climate: ['Climate', 'Клімат', 'Климат'],
  space: ['Space', 'Космос', 'Космос'],
  piracy: ['Piracy', 'Піратство', 'Пиратство'],
  'crime-and-corruption': ['Crime and corruption', 'Злочинність і корупція', 'Преступность и коррупция'],
};

const COLUMN: Record<string, 0 | 1 | 2> = { en: 0, uk: 1, ru: 2 };

/** The name of a topic in the window's language; `own` is the name of one that the user made. */
export function topicName(slug: string, lang: string, own: string | null = null): string {
  return TOPICS[slug]?.[COLUMN[lang] ?? 0] ?? own ?? slug;
}

/** The slugs of all topics. */
export const topicSlugs = Object.keys(TOPICS);
