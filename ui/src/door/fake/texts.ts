/** An invented statement, written for looking at the window. */
export interface FakeText {
  issuer: string;
  code: string;
  lang: string;
  title: string;
  text: string;
  countries: string[];
  topics: string[];
  law: string[];
}

/** Invented statements in six scripts. */
export const TEXTS: FakeText[] = [
  {
    issuer: 'European Union',
    code: 'EU',
    lang: 'en',
    title: 'Statement by the High Representative on the deployment of DPRK troops to Russia',
    text: `The European Union condemns in the strongest terms the deployment of DPRK troops to Russia to take part in its war of aggression against Ukraine. This is a breach of international law and a further step in the military cooperation between the two states.

The deployment violates multiple United Nations Security Council resolutions, including resolutions 1718 (2006) and 2270 (2016), the UN Charter and the Treaty on the Non-Proliferation of Nuclear Weapons. All Members of the United Nations have agreed to carry out the decisions of the Security Council; a permanent member carries a particular responsibility.

It follows months of arms transfers. Since August more than 16,000 containers of munitions and related materiel have left the port of Rajin.

Russian officials first denied that DPRK troops were on their territory. The evidence presented by the Republic of Korea and by Ukraine leaves no room for doubt. If these troops are used in combat, the consequences for European and global peace and security will be grave.

The European Union calls on the DPRK to cease this support. The High Representative will propose further listings to the Council.`,
    countries: ['KP', 'RU', 'UA', 'EU', 'KR'],
    topics: ['military-deployment', 'arms-transfers', 'un-security-council'],
    law: ['1718', '2270'],
  },
  {
    issuer: 'Ukraine, Ministry of Foreign Affairs',
    code: 'UA',
    lang: 'uk',
    title: 'Коментар речника МЗС щодо прибуття військовослужбовців КНДР на полігони на сході Росії',
    text: `Перші підрозділи, за даними партнерів, уже перебувають у Приморському краї. Війська КНДР проходять підготовку на трьох полігонах.

Україна закликає Раду Безпеки ООН невідкладно розглянути порушення резолюції 1718 (2006).`,
    countries: ['KP', 'RU', 'UA'],
    topics: ['military-deployment', 'un-security-council'],
    law: ['1718'],
  },
  {
    issuer: 'South Korea, Ministry of Foreign Affairs',
    code: 'KR',
    lang: 'ko',
    title: '북한군의 러시아 파병에 대한 외교부 대변인 성명',
    text: `정부는 북한의 불법적인 러시아 파병을 강력히 규탄하며, 안보리 결의를 위반하는 모든 군사 협력의 즉각적인 중단을 촉구한다.

우리 정부는 국제사회와 함께 단계별 조치를 취해 나갈 것이다.`,
    countries: ['KP', 'RU', 'KR'],
    topics: ['military-deployment'],
    law: [],
  },
  {
    issuer: 'Russia, Ministry of Foreign Affairs',
    code: 'RU',
    lang: 'ru',
    title: 'Ответ официального представителя на вопрос СМИ о договоре с КНДР',
    text: `Сообщения о том, что войска третьих стран находятся в зоне боевых действий, мы комментировали неоднократно. Договор с КНДР носит оборонительный характер.

Призываем США воздержаться от шагов, ведущих к росту напряжённости.`,
    countries: ['KP', 'RU', 'US'],
    topics: ['diplomatic-relations'],
    law: [],
  },
  {
    issuer: 'League of Arab States',
    code: 'LAS',
    lang: 'ar',
    title: 'بيان صادر عن الأمانة العامة بشأن التقارير عن نشر قوات أجنبية في النزاع الدائر في أوكرانيا',
    text: `تتابع الأمانة العامة بقلق بالغ التقارير عن نشر قوات من كوريا الشمالية، وتدعو جميع الأطراف إلى احترام قرارات مجلس الأمن ذات الصلة.

وتؤكد الأمانة العامة أن الحل السلمي في أوكرانيا هو السبيل الوحيد.`,
    countries: ['UA', 'KP'],
    topics: ['peace-negotiations', 'un-security-council'],
    law: [],
  },
  {
    issuer: 'China, Ministry of Foreign Affairs',
    code: 'CN',
    lang: 'zh',
    title: '外交部发言人就朝鲜半岛局势答记者问',
    text: `有记者问：有报道称朝鲜向俄罗斯派遣部队，中方对此有何评论？发言人表示，中方在有关问题上的立场是一贯和明确的。

发言人强调，各方应推动局势缓和，致力于政治解决。`,
    countries: ['KP', 'RU', 'CN'],
    topics: ['diplomatic-relations', 'peace-negotiations'],
    law: [],
  },
  {
    issuer: 'Japan, Ministry of Foreign Affairs',
    code: 'JP',
    lang: 'ja',
    title: '露朝軍事協力の進展に関する外務報道官談話',
    text: `我が国は、北朝鮮の部隊がロシアに派遣されたとの情報を深刻な懸念をもって注視している。

安保理決議1718号に違反する武器の移転を強く非難する。`,
    countries: ['KP', 'RU', 'JP'],
    topics: ['arms-transfers', 'military-deployment'],
    law: ['1718'],
  },
  {
    issuer: 'France, Foreign Ministry',
    code: 'FR',
    lang: 'fr',
    title: 'Russie – Déclaration de la porte-parole : envoi de troupes nord-coréennes',
    text: `La France condamne avec la plus grande fermeté l’envoi de troupes et rappelle que toute coopération militaire avec Pyongyang est interdite par le Conseil de sécurité.

La France se tient aux côtés de l’Ukraine.`,
    countries: ['KP', 'RU', 'UA', 'FR'],
    topics: ['military-deployment', 'un-security-council'],
    law: [],
  },
  {
    issuer: 'United States, Department of State',
    code: 'US',
    lang: 'en',
    title: 'Sanctions on networks that ship munitions from the DPRK',
    text: `The United States is today imposing sanctions on two entities and one vessel involved in arms transfers between the DPRK and Russia.

The action implements resolution 2397 (2017) and follows similar steps by Japan and the Republic of Korea.`,
    countries: ['US', 'KP', 'RU', 'JP', 'KR'],
    topics: ['sanctions', 'arms-transfers'],
    law: ['2397'],
  },
  {
    issuer: 'Germany, Federal Foreign Office',
    code: 'DE',
    lang: 'de',
    title: 'Erklärung des Auswärtigen Amts: Einbestellung des nordkoreanischen Geschäftsträgers',
    text: `Sollten nordkoreanische Soldaten in der Ukraine kämpfen, wäre das eine neue Eskalation.

Deutschland fordert Nordkorea auf, die Unterstützung des russischen Angriffskriegs zu beenden.`,
    countries: ['KP', 'UA', 'RU', 'DE'],
    topics: ['military-deployment', 'armed-conflict'],
    law: [],
  },
  {
    issuer: 'UN Security Council',
    code: 'UN',
    lang: 'en',
    title: 'Press statement on non-proliferation by the Chair of the Committee established pursuant to resolution 1718 (2006)',
    text: `The Committee met in informal consultations and heard a briefing on the implementation of resolution 1718 (2006) and resolution 1874 (2009).

Members of the Committee recalled that all Member States are required to prevent the direct or indirect supply of arms.`,
    countries: ['KP'],
    topics: ['un-security-council', 'nuclear-nonproliferation'],
    law: ['1718', '1874'],
  },
  {
    issuer: 'NATO',
    code: 'NATO',
    lang: 'en',
    title: 'Statement by the North Atlantic Council after the briefing by the Republic of Korea',
    text: `If these troops are destined to fight in Ukraine, it would mark a significant escalation.

Allies remain committed to Ukraine’s right to self-defence.`,
    countries: ['KR', 'UA', 'KP', 'RU'],
    topics: ['military-deployment'],
    law: [],
  },
];

/** Words that the fake tagger knows. */
export const EVIDENCE: [RegExp, 'country' | 'topic' | 'law' | 'implied' | 'match', string][] = [
  [/DPRK|КНДР|북한|كوريا الشمالية|朝鲜|北朝鮮|nord-coréennes|nordkoreanische\w*|Nordkorea|Pyongyang/g, 'country', 'KP'],
  [/Russia(n)?|Росії|러시아|俄罗斯|ロシア|Russie|russischen/g, 'country', 'RU'],
  [/Ukraine|Україна|أوكرانيا|l’Ukraine/g, 'country', 'UA'],
  [/Republic of Korea/g, 'country', 'KR'],
  [/United States|США/g, 'country', 'US'],
  [/deployment|military cooperation|파병|派遣|envoi de troupes/g, 'topic', 'military-deployment'],
  [/arms transfers|munitions( and related materiel)?|武器の移転/g, 'topic', 'arms-transfers'],
  [/Security Council(?! resolutions)|Раду Безпеки ООН|مجلس الأمن|Conseil de sécurité|安保理/g, 'topic', 'un-security-council'],
  [/(?<=resolutions? |резолюції |and )\d{4} \(\d{4}\)/g, 'law', ''],
  [/United Nations Security Council resolutions/g, 'implied', '1718'],
  [/troops|Війська|войска|قوات|部队|部隊|troupes|Soldaten/g, 'match', 'troops'],
];
