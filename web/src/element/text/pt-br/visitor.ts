// Portuguese (Brazil): the step "visitor".
import type { Translation } from "../catalogue.js";
import type { kVisitor as kEnglish } from "../en/visitor.js";

/** Messages of the step. */
export const kVisitor: Translation<"pt-BR", typeof kEnglish> = {
  "visitor.heading": "De quem ela deve ser?",
  "visitor.conversation": "Conversa: {title}",
  "visitor.owner": "Agora pertence a {name}",
  "visitor.ownerNotKnown": "Não se sabe a quem ela pertence agora.",
  "visitor.change": "Trocar a conversa",
  "visitor.chosenNow": "Escolhido: {name}",
  "visitor.goOn": "Ver a mudança",
  "visitor.find": "Encontrar a pessoa",
  "visitor.hint":
    "Parte do nome ou do nome de usuário, ou o e-mail, telefone ou ID por inteiro. Pelo menos três caracteres.",
  "visitor.short": "Digite pelo menos três caracteres e pressione Enter.",
  "visitor.typeMore": "Digite pelo menos três caracteres.",
  "visitor.long": "Isto é longo demais para buscar. Digite no máximo 256 caracteres.",
  "visitor.people": "Pessoas encontradas",
  "visitor.start": "As pessoas aparecem aqui enquanto você digita.",
  "visitor.searching": "Buscando…",
  "visitor.found": {
    one: "{count} pessoa encontrada",
    many: "{count} de pessoas encontradas",
    other: "{count} pessoas encontradas",
  },
  "visitor.part": "Mostrando {shown} de {total}. Digite mais para encontrar a pessoa certa.",
  "visitor.partOfUnknown":
    "Mostrando só o começo da lista ({shown}). Digite mais para encontrar a pessoa certa.",
  "visitor.nobody": "Ninguém encontrado para “{term}”.",
  "visitor.nobodyHint":
    "O nome pode ser só uma parte. O e-mail ou o telefone precisa estar inteiro, como foi cadastrado.",
  "visitor.useTerm": "Usar “{term}” como ID",
  "visitor.show": "Mostrar a lista",
  "visitor.noName": "Sem nome",
  "visitor.onlyId": "Só o ID é conhecido.",
  "visitor.id": "ID {id}",
  "visitor.lastActivity": "Última atividade: {date}",
  "visitor.noActivity": "Última atividade: desconhecida",
  "visitor.more": { one: "e mais {count}", many: "e mais {count}", other: "e mais {count}" },
  "visitor.disabled": "Desativado: a partir da versão 6.5 não pode ter conversas",
  "visitor.ownerNow": "Dono atual",
  "visitor.chosen": "Escolhido",
  "visitor.count": {
    one: "{count} conversa",
    many: "{count} de conversas",
    other: "{count} conversas",
  },
  "visitor.countPending": "Conversas: …",
  "visitor.countNotKnown": "Conversas: número desconhecido",
  "visitor.countSaid": {
    one: "{name}: {count} conversa",
    many: "{name}: {count} de conversas",
    other: "{name}: {count} conversas",
  },
  "visitor.byId": "Não encontrou? Use um ID",
  "visitor.byIdHint":
    "O ID está no cartão de contato da pessoa. Se a pessoa é nova, alguém precisa cadastrá-la antes.",
  "visitor.idLabel": "ID da pessoa",
  "visitor.useId": "Usar este ID",
  "visitor.looking": "Consultando o ID…",
  "visitor.mayNotRead":
    "Você não pode consultar pessoas neste workspace. Cole o ID da pessoa ou peça à administração a permissão view-l-room.",
  "visitor.mayNotCheck":
    "Não é possível verificar aqui se o ID está certo. Compare com o lugar de onde você o copiou.",
  "visitor.unread": "Você não pode consultar pessoas, por isso este ID não foi verificado: {id}",
  "visitor.useUnread": "Usar sem verificar",
};
