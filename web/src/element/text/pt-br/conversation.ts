// Portuguese (Brazil): the step "conversation".
import type { Translation } from "../catalogue.js";
import type { kConversation as kEnglish } from "../en/conversation.js";

/** Messages of the step. */
export const kConversation: Translation<"pt-BR", typeof kEnglish> = {
  "conversation.heading": "Qual conversa?",
  "conversation.ways": "Como encontrar",
  "conversation.way.list": "Na lista",
  "conversation.way.visitor": "Pelo visitante",
  "conversation.way.id": "Pelo ID ou endereço",
  "conversation.search": "Buscar",
  "conversation.chosen": "Conversa escolhida",
  "conversation.goOn": "Continuar com esta conversa",
  "conversation.change": "Trocar",

  "conversation.titleLabel": "Parte do título",
  "conversation.titleShort":
    "Isto ainda não foi buscado: digite pelo menos três caracteres ou pressione “Buscar”.",
  "conversation.agentLabel": "Agente",
  "conversation.everybody": "Todos",
  "conversation.me": "Eu ({name})",
  "conversation.agentHint": "Os agentes aparecem aqui depois que uma conversa deles é mostrada.",
  "conversation.stateLabel": "Estado",
  "conversation.state.all": "Todas",
  "conversation.state.open": "Aberta",
  "conversation.state.closed": "Encerrada",
  "conversation.state.queued": "Na fila",
  "conversation.state.hold": "Em espera",
  "conversation.ownOnly":
    "Você só vê as conversas que atende. Para ver as de outras pessoas, peça à administração a permissão {permission}.",
  "conversation.notAllowed":
    "Você não pode consultar conversas e visitantes aqui. Peça à administração a permissão {permission}.",
  "conversation.notAllowedRoles": "Funções que a têm: {roles}.",
  "conversation.idInstead": "Até lá, cole o ID ou o endereço da conversa.",
  "conversation.useId": "Colar um ID ou endereço",

  "conversation.list": "Conversas",
  "conversation.range": "{from}–{to} de {total}",
  "conversation.rangeOpen": "{from}–{to}",
  "conversation.previous": "Anterior",
  "conversation.next": "Próxima",
  "conversation.refresh": "Atualizar",
  "conversation.reading": "Lendo as conversas…",
  "conversation.notRead": "Nada foi lido ainda.",
  "conversation.none": "Nenhuma conversa combina com a busca.",
  "conversation.noneHint": "Tente menos letras, outro agente ou outro estado.",
  "conversation.noneOfVisitor": "Esta pessoa não tem nenhuma conversa que você possa ver.",
  "conversation.pastEnd": "A lista ficou mais curta: não há mais nada nesta página.",
  "conversation.toLast": "Ir para a última página",

  "conversation.column.title": "Título",
  "conversation.column.visitor": "Visitante",
  "conversation.column.agent": "Agente",
  "conversation.column.state": "Estado",
  "conversation.column.last": "Última mensagem",
  "conversation.column.messages": "Mensagens",
  "conversation.column.id": "ID",
  "conversation.column.started": "Início",
  "conversation.untitled": "Sem título",
  "conversation.unknown": "Desconhecido",
  "conversation.nobody": "Ninguém",

  "conversation.ofPerson": "Conversas de {name}",
  "conversation.otherPeople": "Voltar aos visitantes",
  "conversation.noLastChat":
    "O servidor não informa nenhuma conversa de {name}, por isso não é possível listar as outras daqui.",
  "conversation.refusedHint":
    "As conversas de um visitante só podem ser listadas se você puder ver a mais recente.",

  "conversation.idLabel": "ID ou endereço da conversa",
  "conversation.idHint": "Por exemplo {id}, ou o endereço no navegador de quem a atende.",
  "conversation.lookUp": "Consultar",
  "conversation.lookingUp": "Lendo a conversa…",
  "conversation.idRead": "O ID neste endereço: {id}",
  "conversation.noId": "Este endereço não é de uma conversa de livechat.",
  "conversation.noIdRemedy": "Abra a conversa no navegador e copie o endereço de novo.",
  "conversation.otherServer":
    "Este endereço é de {host}, e você está conectado a {server}. Confira se é o workspace certo.",
  "conversation.found": "Encontrada: {title}",
  "conversation.notLiveChat":
    "Esta não é uma conversa de livechat. O servidor só move conversas de livechat.",
  "conversation.useAnyway": "Usar este ID mesmo assim",
  "conversation.choose": "Escolher esta conversa",
};
