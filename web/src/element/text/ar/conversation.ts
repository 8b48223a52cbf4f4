// Arabic: the step "conversation".
import type { Translation } from "../catalogue.js";
import type { kConversation as kEnglish } from "../en/conversation.js";

/** Messages of the step. */
export const kConversation: Translation<"ar", typeof kEnglish> = {
  "conversation.heading": "أي محادثة؟",
  "conversation.ways": "كيف تجدها",
  "conversation.way.list": "في القائمة",
  "conversation.way.visitor": "حسب الزائر",
  "conversation.way.id": "بالمعرّف أو الرابط",
  "conversation.search": "بحث",
  "conversation.chosen": "المحادثة المختارة",
  "conversation.goOn": "المتابعة بهذه المحادثة",
  "conversation.change": "تغيير",

  "conversation.titleLabel": "جزء من العنوان",
  "conversation.titleShort": "لم يُبحث عن هذا بعد: اكتب ثلاثة حروف على الأقل أو اضغط «بحث».",
  "conversation.agentLabel": "الموظف",
  "conversation.everybody": "الجميع",
  "conversation.me": "أنا ({name})",
  "conversation.agentHint": "يظهر الموظفون هنا بعد عرض إحدى محادثاتهم.",
  "conversation.stateLabel": "الحالة",
  "conversation.state.all": "مفتوحة ومغلقة",
  "conversation.state.open": "مفتوحة",
  "conversation.state.closed": "مغلقة",
  "conversation.state.queued": "في الانتظار",
  "conversation.state.hold": "معلّقة",
  "conversation.ownOnly":
    "لا ترى سوى المحادثات التي تتولاها. لرؤية محادثات غيرك اطلب من مسؤول النظام الصلاحية {permission}.",
  "conversation.notAllowed":
    "لا يُسمح لك بالبحث عن المحادثات والزوار هنا. اطلب من مسؤول النظام الصلاحية {permission}.",
  "conversation.notAllowedRoles": "الأدوار التي تملكها: {roles}.",
  "conversation.idInstead": "حتى ذلك الحين، ألصق معرّف المحادثة أو رابطها.",
  "conversation.useId": "لصق معرّف أو رابط",

  "conversation.list": "المحادثات",
  "conversation.range": "{from}–{to} من {total}",
  "conversation.rangeOpen": "{from}–{to}",
  "conversation.previous": "السابق",
  "conversation.next": "التالي",
  "conversation.refresh": "تحديث",
  "conversation.reading": "جارٍ قراءة المحادثات…",
  "conversation.notRead": "لم يُقرأ شيء بعد.",
  "conversation.none": "لا توجد محادثة مطابقة.",
  "conversation.noneHint": "جرّب حروفًا أقل أو موظفًا آخر أو حالة أخرى.",
  "conversation.noneOfVisitor": "ليست لهذا الشخص محادثة يُسمح لك برؤيتها.",
  "conversation.pastEnd": "أصبحت القائمة أقصر: لم يبق شيء في هذه الصفحة.",
  "conversation.toLast": "الذهاب إلى الصفحة الأخيرة",

  "conversation.column.title": "العنوان",
  "conversation.column.visitor": "الزائر",
  "conversation.column.agent": "الموظف",
  "conversation.column.state": "الحالة",
  "conversation.column.last": "آخر رسالة",
  "conversation.column.messages": "الرسائل",
  "conversation.column.id": "المعرّف",
  "conversation.column.started": "البداية",
  "conversation.untitled": "بلا عنوان",
  "conversation.unknown": "غير معروف",
  "conversation.nobody": "لا أحد",

  "conversation.ofPerson": "محادثات {name}",
  "conversation.otherPeople": "العودة إلى الزوار",
  "conversation.noLastChat":
    "لا يذكر الخادم محادثة للزائر {name}، لذلك لا يمكن عرض المحادثات الأخرى من هنا.",
  "conversation.refusedHint": "لا يمكن عرض محادثات زائر إلا إذا كان يُسمح لك برؤية أحدث محادثة له.",

  "conversation.idLabel": "معرّف المحادثة أو رابطها",
  "conversation.idHint": "مثل {id}، أو الرابط في متصفح من يتولاها.",
  "conversation.lookUp": "بحث بالمعرّف",
  "conversation.lookingUp": "جارٍ قراءة المحادثة…",
  "conversation.idRead": "المعرّف في هذا الرابط: {id}",
  "conversation.noId": "لا يدل هذا الرابط على محادثة مباشرة مع زائر.",
  "conversation.noIdRemedy": "افتح المحادثة في المتصفح ثم انسخ الرابط من جديد.",
  "conversation.otherServer":
    "هذا الرابط من {host}، وأنت متصل بـ {server}. تأكد من أنها مساحة العمل الصحيحة.",
  "conversation.found": "تم العثور على: {title}",
  "conversation.notLiveChat":
    "هذه ليست محادثة مباشرة مع زائر. لا ينقل الخادم سوى المحادثات المباشرة.",
  "conversation.useAnyway": "استخدام هذا المعرّف مع ذلك",
  "conversation.choose": "اختيار هذه المحادثة",
};
