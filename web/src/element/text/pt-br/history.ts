// Portuguese (Brazil): the step "history".
import type { Translation } from "../catalogue.js";
import type { kHistory as kEnglish } from "../en/history.js";

/** Messages of the step. */
export const kHistory: Translation<"pt-BR", typeof kEnglish> = {
  "history.heading": "Mudanças anteriores",
  "history.about":
    "Mudanças que você fez a partir desta página neste workspace. O servidor não mantém uma lista assim.",
  "history.list": "Mudanças anteriores, as mais novas primeiro",
  "history.none": "Nenhuma mudança ainda.",
  "history.noneHint":
    "Assim que você mover uma conversa, ela aparece aqui e pode ser movida de volta.",
  "history.loading": "Carregando as mudanças anteriores…",
  "history.found": {
    one: "{count} mudança anterior.",
    many: "{count} de mudanças anteriores.",
    other: "{count} mudanças anteriores.",
  },
  "history.range": {
    one: "{from} a {to} de {count} mudança",
    many: "{from} a {to} de {count} de mudanças",
    other: "{from} a {to} de {count} mudanças",
  },
  "history.pages": "Páginas",
  "history.previous": "Mudanças mais novas",
  "history.next": "Mudanças mais antigas",

  "history.interrupted": {
    one: "{count} mudança anterior foi interrompida.",
    many: "{count} de mudanças anteriores foram interrompidas.",
    other: "{count} mudanças anteriores foram interrompidas.",
  },
  "history.look": "Ver as mudanças anteriores",

  "history.badge.applied": "Movida",
  "history.badge.refused": "Recusada",
  "history.badge.not_sent": "Não enviada",
  "history.badge.unknown": "Não se sabe",
  "history.badge.open": "Interrompida",
  "history.badge.underWay": "Em andamento",

  "history.conversation": "Conversa {rid}",
  "history.fromTo": "Do visitante {from} para o visitante {to}",
  "history.what.underWay": "Esta mudança está sendo feita agora.",
  "history.what.open":
    "A página foi fechada antes de se saber o resultado, ou a mudança está em andamento em outra janela.",
  "history.what.answer": "O servidor confirmou a mudança.",
  "history.what.readBack":
    "Lida depois ({date}): a conversa pertence ao novo visitante, talvez não só por causa desta mudança.",
  "history.what.recovered":
    "Verificada de novo mais tarde ({date}): a conversa pertence ao novo visitante, talvez não só por causa desta mudança.",
  "history.what.wanted": "A conversa já pertencia a este visitante.",
  "history.what.notSent": "Nada foi enviado.",
  "history.what.refused": "O servidor recusou: {reason}",
  "history.what.refusedCode": "O servidor recusou, com o código {code}.",
  "history.what.unknown": "Ainda não se sabe se a conversa foi movida.",
  "history.what.seenOld":
    "Quando foi lida pela última vez ({date}), a conversa ainda pertencia ao visitante anterior.",
  "history.what.seenOther":
    "Quando foi lida pela última vez ({date}), a conversa pertencia ao visitante {visitor}.",
  "history.again": "Uma mudança posterior desta conversa também está na lista.",

  "history.undo": "Mover de volta",
  "history.undoLabel": "Mover de volta: conversa {rid} para o visitante {from}",
  "history.undoing": "Movendo a conversa de volta…",
  "history.undone": "A conversa foi movida de volta.",
  "history.undoRefused": "A conversa não foi movida de volta.",
  "history.undoUnknown": "Não se sabe se a conversa foi movida de volta.",
  "history.undoVetoed": "Esta página não permitiu mover de volta.",
  "history.undoNotKept": "Não foi possível anotar o resultado nesta lista.",
  "history.use": "Usar esta conversa",
  "history.useLabel": "Usar esta conversa: {rid}",

  "history.unsettled": {
    one: "O resultado de {count} mudança é desconhecido.",
    many: "Os resultados de {count} de mudanças são desconhecidos.",
    other: "Os resultados de {count} mudanças são desconhecidos.",
  },
  "history.unsettledHint": "Para verificar, estas conversas são lidas. Nada é alterado.",
  "history.check": "Verificar de novo",
  "history.checking": "Lendo as conversas cuja mudança não tem resultado conhecido…",
  "history.checked": {
    one: "{count} mudança foi verificada de novo.",
    many: "{count} de mudanças foram verificadas de novo.",
    other: "{count} mudanças foram verificadas de novo.",
  },
  "history.checkedLeft": {
    one: "O resultado de {count} mudança continua desconhecido.",
    many: "Os resultados de {count} de mudanças continuam desconhecidos.",
    other: "Os resultados de {count} mudanças continuam desconhecidos.",
  },

  "history.saveCsv": "Salvar como CSV",
  "history.saveJson": "Salvar como JSON",
  "history.forget": "Esquecer mudanças concluídas…",
  "history.forgetAsk": {
    one: "Esquecer {count} mudança concluída? Ela não poderá mais ser movida de volta daqui.",
    many: "Esquecer {count} de mudanças concluídas? Elas não poderão mais ser movidas de volta daqui.",
    other:
      "Esquecer {count} mudanças concluídas? Elas não poderão mais ser movidas de volta daqui.",
  },
  "history.forgetUnknown": {
    one: "O resultado de {count} delas é desconhecido.",
    many: "Os resultados de {count} delas são desconhecidos.",
    other: "Os resultados de {count} delas são desconhecidos.",
  },
  "history.forgetYes": {
    one: "Esquecer {count} mudança",
    many: "Esquecer {count} de mudanças",
    other: "Esquecer {count} mudanças",
  },
  "history.forgetNo": "Manter",
  "history.forgotten": {
    one: "{count} mudança foi esquecida.",
    many: "{count} de mudanças foram esquecidas.",
    other: "{count} mudanças foram esquecidas.",
  },

  "history.memory":
    "Estas mudanças só são lembradas até esta página ser fechada. Salve a lista se precisar dela.",
  "history.noRecord": "Esta página não mantém uma lista de mudanças.",
  "history.reason.no_database": "Não há banco de dados neste navegador.",
  "history.reason.forbidden": "O navegador não deixa esta página guardar dados.",
  "history.reason.no_storage":
    "O navegador não guarda dados para esta janela. Ela pode ser privada.",
  "history.reason.full": "Não há mais espaço para dados desta página.",
  "history.reason.not_answering":
    "O banco de dados do navegador não responde. Fechar outras abas desta página pode ajudar.",
  "history.reason.newer_version":
    "Uma versão mais nova desta página mudou o banco de dados. Recarregar pode ajudar.",
  "history.damaged": {
    one: "{count} item da lista não pode ser lido e não aparece.",
    many: "{count} de itens da lista não podem ser lidos e não aparecem.",
    other: "{count} itens da lista não podem ser lidos e não aparecem.",
  },
  "history.damagedWhere": "Onde",
};
