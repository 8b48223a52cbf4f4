// Arabic: what is said about the verdict of a move.
import type { Translation } from "../catalogue.js";
import type { kOutcome as kEnglish } from "../en/outcome.js";

/** Messages about an outcome, by verdict and proof. */
export const kOutcome: Translation<"ar", typeof kEnglish> = {
  "outcome.heading.applied": "المحادثة الآن للزائر الجديد",
  "outcome.heading.refused": "رفض الخادم؛ لم يتغيّر شيء",
  "outcome.heading.not_sent": "لم يُرسل شيء",
  "outcome.heading.unknown": "لا يُعرف هل نُقلت المحادثة",
  "outcome.lost": "ضاع الرد على طلب النقل أو لم يكن واضحًا، ولذلك لا يُعرف هل تم النقل.",
  "outcome.notLookedUp": "سبب تعذّر التحقق: {why}",
  "outcome.askWhoSees": "اسأل من يحق له رؤية هذه المحادثة لمن هي الآن، قبل نقلها مرة أخرى.",
  "outcome.proof.answer": "يُظهر رد الخادم المحادثة عند هذا الزائر.",
  "outcome.proof.read_back": "قُرئت المحادثة وهي لهذا الزائر؛ وقد لا يكون ذلك بسبب هذا الطلب.",
  "outcome.proof.wanted_state": "كانت المحادثة لهذا الزائر من قبل.",
  "outcome.lastSeen": "عندما قُرئت المحادثة آخر مرة ({time})، كان معرّف زائرها {id}.",
  "outcome.callsLeft": {
    zero: "لم يبق شيء من الطلبات المسموحة، وعددها {limit}.",
    one: "بقي طلب واحد من الطلبات المسموحة، وعددها {limit}.",
    two: "بقي طلبان من الطلبات المسموحة، وعددها {limit}.",
    few: "بقيت {count} طلبات من الطلبات المسموحة، وعددها {limit}.",
    many: "بقي {count} طلبًا من الطلبات المسموحة، وعددها {limit}.",
    other: "بقي {count} طلب من الطلبات المسموحة، وعددها {limit}.",
  },
  "outcome.callsLeftUntil": {
    zero: "لم يبق شيء من الطلبات المسموحة، وعددها {limit}، حتى {time}.",
    one: "بقي طلب واحد من الطلبات المسموحة، وعددها {limit}، حتى {time}.",
    two: "بقي طلبان من الطلبات المسموحة، وعددها {limit}، حتى {time}.",
    few: "بقيت {count} طلبات من الطلبات المسموحة، وعددها {limit}، حتى {time}.",
    many: "بقي {count} طلبًا من الطلبات المسموحة، وعددها {limit}، حتى {time}.",
    other: "بقي {count} طلب من الطلبات المسموحة، وعددها {limit}، حتى {time}.",
  },
  "outcome.nextCall": "يقبل الخادم الطلب التالي عند {time}.",
  "outcome.deprecated": "يقول الخادم إن هذا الطلب قديم.",
  "outcome.deprecatedUntil": "يقول الخادم إن هذا الطلب قديم وينتهي مع الإصدار {version}.",
  "outcome.serverText": "نص الخادم: {text}",
};
