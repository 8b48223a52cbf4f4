// Arabic: what characters are called that cannot be seen.
import type { Translation } from "../catalogue.js";
import type { kCharacters as kEnglish } from "../en/characters.js";

/** Names by code point; the last is for all others. */
export const kCharacters: Translation<"ar", typeof kEnglish> = {
  "character.0000": "حرف فارغ",
  "character.000D": "رجوع إلى أول السطر",
  "character.001B": "حرف الهروب",
  "character.00A0": "مسافة غير منقطعة",
  "character.00AD": "واصلة مرنة",
  "character.061C": "علامة الحرف العربي",
  "character.200B": "مسافة عديمة العرض",
  "character.200C": "فاصل عديم العرض",
  "character.200D": "رابط عديم العرض",
  "character.200E": "علامة من اليسار إلى اليمين",
  "character.200F": "علامة من اليمين إلى اليسار",
  "character.2028": "فاصل أسطر",
  "character.2029": "فاصل فقرات",
  "character.202A": "تضمين من اليسار إلى اليمين",
  "character.202B": "تضمين من اليمين إلى اليسار",
  "character.202C": "نهاية التضمين",
  "character.202D": "اتجاه مفروض من اليسار إلى اليمين",
  "character.202E": "اتجاه مفروض من اليمين إلى اليسار",
  "character.2060": "رابط كلمات",
  "character.2066": "عزل من اليسار إلى اليمين",
  "character.2067": "عزل من اليمين إلى اليسار",
  "character.2068": "عزل حسب أول حرف قوي",
  "character.2069": "نهاية العزل",
  "character.FEFF": "علامة ترتيب البايتات",
  "character.other": "حرف غير مرئي",
};
