// Arabic: what stands round the steps, and what every step shares.
import type { Translation } from "../catalogue.js";
import type { kShell as kEnglish } from "../en/shell.js";

/** Messages of the shell. */
export const kShell: Translation<"ar", typeof kEnglish> = {
  "shell.steps": "الخطوات",
  "shell.step.connect": "الاتصال",
  "shell.step.conversation": "المحادثة",
  "shell.step.visitor": "الزائر",
  "shell.step.preview": "معاينة",
  "shell.step.result": "النتيجة",
  "shell.step.history": "عمليات النقل السابقة",
  "shell.loading": "جارٍ التحميل…",
  "shell.cancel": "إلغاء",
  "shell.tryAgain": "إعادة المحاولة",
  "shell.error": "خطأ:",
  "shell.warning": "تحقق:",
  "shell.whatToDo": "ما العمل:",
  "shell.checkNetwork": "تحقق من الشبكة ومن عنوان مساحة العمل، ثم حاول مرة أخرى.",
  "shell.tryLater": "انتظر لحظة ثم حاول مرة أخرى. إذا استمر الأمر فاسأل مسؤول النظام.",
  "shell.found": "تفصيل تقني: {found}.",
  "shell.code": "رمز الخطأ: {code}",
  "shell.fault": "حدث خطأ في الصفحة فتوقفت عما كانت تفعله.",
  "shell.faultRemedy":
    "إذا كانت محادثة قيد النقل، فانظر في «عمليات النقل السابقة» قبل أن تنقلها مرة أخرى.",
  "wait.until": "{why}. المتابعة عند {time}، الوقت المتبقي: {duration}.",
  "wait.untilSaid": "{why}. المتابعة عند {time}.",
  "wait.answer": "لم يُجب الخادم بعد",
  "wait.rate_limit": "لا يقبل الخادم طلبات أخرى في الوقت الحالي",
  "wait.other_call": "يجب أن يصل الرد على طلب آخر أولًا",
  "wait.retry": "لم تنجح المحاولة الأخيرة",
  "wait.read_again": "تعذّرت قراءة المحادثة",
  "wait.original_write": "قد يصل طلب سابق بعد",
};
