// Portuguese (Brazil): the step "connect".
import type { Translation } from "../catalogue.js";
import type { kConnect as kEnglish } from "../en/connect.js";

/** Messages of the step. */
export const kConnect: Translation<"pt-BR", typeof kEnglish> = {
  "connect.heading": "Conecte-se ao seu workspace",
  "connect.server": "Endereço do workspace",
  "connect.serverHint": "Por exemplo https://chat.example.com",
  "connect.way": "Como você quer entrar?",
  "connect.byPassword": "Nome de usuário e senha",
  "connect.byToken": "ID do usuário e token",
  "connect.user": "Nome de usuário ou e-mail",
  "connect.password": "Senha",
  "connect.userId": "ID do usuário",
  "connect.authToken": "Token",
  "connect.tokenHint":
    "No workspace: Minha conta, depois Tokens de acesso pessoal. Ele só é guardado até esta página ser fechada.",
  "connect.reveal": "Mostrar",
  "connect.revealName": "Mostrar: {name}",
  "connect.logInAt": "O que você digita vai para {server} e para nenhum outro lugar.",
  "connect.logIn": "Entrar",
  "connect.connect": "Conectar",
  "connect.code": "Código",
  "connect.codeOfApp": "Digite o código que o seu aplicativo autenticador mostra.",
  "connect.codeByMail": "Digite o código que o workspace envia por e-mail.",
  "connect.codeSent": "Um código foi enviado para o seu e-mail. Digite-o aqui.",
  "connect.codeIsPassword": "Digite a sua senha mais uma vez.",
  "connect.codeOther": "O workspace pede uma segunda prova ({method}). Digite o código dela.",
  "connect.codeFor": "Entrando como {user}",
  "connect.newCode": "Sem código? Volte e entre novamente para receber um novo.",
  "connect.otherLogin": "Voltar para o login",
  "connect.connecting": "Conectando…",
  "connect.askingPage": "Esperando que esta página faça o seu login…",
  "connect.loggingIn": "Entrando…",
  "connect.loggingOut": "Saindo…",
  "connect.checking": "Verificando o que você pode fazer…",
  "connect.checkAgain": "Verificar de novo",
  "connect.continue": "Continuar para as conversas",
  "connect.logOut": "Sair",
  "connect.forgetToken": "Esquecer este token",
  "connect.moveUnderWay": "Uma conversa está sendo movida. Espere o resultado antes de sair.",
  "connect.notToldServer":
    "Você saiu aqui, mas não foi possível avisar o servidor. Ele pode manter a sessão até ela expirar.",
  "connect.otherUser":
    "Esta página fez login com a conta de outra pessoa, e o que estava aberto antes foi fechado. Conecte-se para continuar.",
  "connect.pageGaveNone": "Esta página não fez o seu login.",
  "connect.pageGaveWrong": "O servidor não aceita o login que esta página usa.",
  "connect.pageGaveUnusable":
    "A página em volta deste widget não forneceu um login que possa ser usado.",
  "connect.pageRemedy":
    "Entre de novo nesta página ou fale com quem a mantém e depois verifique de novo.",
  "connect.canUpdate.yes": "Você pode mover conversas neste workspace.",
  "connect.canUpdate.no": "Você não pode mover conversas neste workspace.",
  "connect.canUpdate.not_known":
    "Ainda não dá para saber se você pode mover conversas neste workspace. Você pode tentar: o servidor decide.",
  "connect.notLoggedIn": "Você ainda não está conectado.",
  "connect.perRoom":
    "Mesmo assim, o servidor pode recusar uma conversa específica. Nesse caso, nada muda.",
  "connect.workspace": "Workspace",
  "connect.version": "{server}, versão {version}",
  "connect.noVersion": "{server}, versão desconhecida",
  "connect.loggedInAs": "Conta em uso",
  "connect.userName": "{name} ({username})",
  "connect.roles": { one: "Função: {roles}", many: "Funções: {roles}", other: "Funções: {roles}" },
  "connect.rolesUnknown": "O servidor não informou as funções.",
  "connect.permissions": "Permissões",
  "connect.permission.change-livechat-room-visitor": "Mover conversas para outro visitante",
  "connect.permission.view-l-room": "Ver visitantes e as conversas deles",
  "connect.permission.view-livechat-rooms": "Listar as conversas de outros agentes",
  "connect.held.yes": "Você tem.",
  "connect.held.no": "Você não tem.",
  "connect.held.not_known": "Não se sabe se você tem.",
  "connect.notNeeded": "Ajuda, mas não é necessária para mover.",
  "connect.askFor": {
    one: "Peça à administração esta permissão ou a função que a tem: {roles}",
    many: "Peça à administração esta permissão ou uma das funções que a têm: {roles}",
    other: "Peça à administração esta permissão ou uma das funções que a têm: {roles}",
  },
  "connect.askForPermission": "Peça esta permissão à administração.",
  "connect.rateLimit": "Ritmo",
  "connect.rate.bypassed": "Sem limite para você.",
  "connect.rate.not_known": "Desconhecido. Se o servidor pedir para esperar, você vê até quando.",
  "connect.rate.limited":
    "O servidor limita quantas chamadas aceita. Se ele pedir para esperar, você vê até quando.",
  "connect.rate.calls": {
    one: "O servidor aceita {count} chamada de cada tipo e depois pede para esperar. Você vê até quando.",
    many: "O servidor aceita {count} de chamadas de cada tipo e depois pede para esperar. Você vê até quando.",
    other:
      "O servidor aceita {count} chamadas de cada tipo e depois pede para esperar. Você vê até quando.",
  },
  "connect.profile.removed":
    "Desde a versão {since}, o Rocket.Chat não move mais uma conversa para outro visitante. Nenhuma configuração traz isso de volta.",
  "connect.profile.broken":
    "Nesta versão do Rocket.Chat, mover uma conversa sempre falha. Funciona nas versões de 5.2 a 6.13.",
  "connect.profile.absent":
    "Esta versão do Rocket.Chat ainda não move uma conversa para outro visitante. Funciona nas versões de 5.2 a 6.13.",
  "connect.profile.unknown":
    "O servidor não informou a versão, por isso nem tudo pôde ser verificado.",
  "connect.instead": "O que esta versão oferece no lugar. Nada disso move uma conversa:",
  "connect.insteadSince": "desde {version}",
  "connect.instead.visitor": "Altera os dados do visitante, não de quem é a conversa.",
  "connect.instead.saveInfo": "Altera o título e as etiquetas da conversa.",
  "connect.instead.contacts": "Cria, altera e encontra contatos.",
  "connect.instead.contactId": "Informa o contato de uma conversa.",
  "connect.instead.conflicts": "Resolve dados contraditórios em um contato.",
  "connect.cors": "Não chegou nenhuma resposta que o navegador possa ler",
  "connect.corsWhy":
    "O navegador não diz o motivo. Ou o workspace não está acessível, ou ele não deixa esta página ler as suas respostas. Siga esta lista:",
  "connect.corsReach":
    "Abra {address} em uma nova aba. Se não aparecer uma versão, o workspace não está acessível: confira o endereço e a rede. Se aparecer, o workspace precisa permitir esta página: peça à administração para seguir o resto desta lista.",
  "connect.corsWhere": "Abra {path} no workspace.",
  "connect.corsPath": "Administração › Configurações › Geral › REST API",
  "connect.corsEnable": "Ative {setting}.",
  "connect.corsOrigin": "Escreva {origin} ou * em {setting}.",
  "connect.corsNoOrigin":
    "Escreva * em {setting}: esta página não tem endereço próprio, porque foi aberta de um arquivo ou em um quadro fechado.",
  "connect.corsProxy":
    "Se houver algo na frente do workspace (um proxy), ele precisa deixar passar pedidos OPTIONS e não mexer nos cabeçalhos Access-Control.",
  "connect.offline": "O seu navegador informa que está sem conexão.",
  "connect.expired": "A sua sessão terminou",
  "connect.expiredWhy":
    "Entre novamente como {user}. O que está esperando continua, e nada do que você digitou se perde. Qualquer outra conta começa do zero.",
  "connect.expiredPage":
    "Esta página precisa fazer o seu login de novo. Nada do que você digitou se perde.",
  "connect.giveUp": "Desistir",
  "connect.ready": "Você entrou como {user}.",
};
