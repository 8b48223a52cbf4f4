// English: the step "connect".
import type { Messages } from "../catalogue.js";

/** Messages of the step. */
export const kConnect = {
  "connect.heading": "Connect to your workspace",
  "connect.server": "Address of the workspace",
  "connect.serverHint": "For example https://chat.example.com",
  "connect.way": "How do you want to log in?",
  "connect.byPassword": "Username and password",
  "connect.byToken": "User id and token",
  "connect.user": "Username or e-mail address",
  "connect.password": "Password",
  "connect.userId": "User id",
  "connect.authToken": "Token",
  "connect.tokenHint":
    "In the workspace: My account, then Personal access tokens. It is kept only until this page is closed.",
  "connect.reveal": "Show",
  "connect.revealName": "Show {name}",
  "connect.logInAt": "What you enter goes to {server} and nowhere else.",
  "connect.logIn": "Log in",
  "connect.connect": "Connect",
  "connect.code": "Code",
  "connect.codeOfApp": "Enter the code that your authenticator app shows.",
  "connect.codeByMail": "Enter the code that the workspace sends you by e-mail.",
  "connect.codeSent": "A code was sent to your e-mail address. Enter it here.",
  "connect.codeIsPassword": "Enter your password once more.",
  "connect.codeOther": "The workspace asks for a second proof ({method}). Enter its code.",
  "connect.codeFor": "Logging in as {user}",
  "connect.newCode": "No code? Go back and log in again to get a new one.",
  "connect.otherLogin": "Back to the login",
  "connect.connecting": "Connecting…",
  "connect.askingPage": "Waiting for this page to log you in…",
  "connect.loggingIn": "Logging in…",
  "connect.loggingOut": "Logging out…",
  "connect.checking": "Finding out what you can do…",
  "connect.checkAgain": "Check again",
  "connect.continue": "Continue to the conversations",
  "connect.logOut": "Log out",
  "connect.forgetToken": "Forget this token",
  "connect.moveUnderWay": "A conversation is being moved. Wait for the result before you leave.",
  "connect.notToldServer":
    "You are logged out here, but the server could not be told. It may keep the session until it runs out.",
  "connect.otherUser":
    "This page has logged in somebody else, so what was open for the one before was closed. Connect to go on.",
  "connect.pageGaveNone": "This page did not log you in.",
  "connect.pageGaveWrong": "The server does not accept the login that this page uses.",
  "connect.pageGaveUnusable": "The page around this widget did not give a login that can be used.",
  "connect.pageRemedy": "Log in to this page again or ask whoever runs it, then check again.",
  "connect.canUpdate.yes": "You can move conversations in this workspace.",
  "connect.canUpdate.no": "You cannot move conversations in this workspace.",
  "connect.canUpdate.not_known":
    "Nobody can say yet whether you can move conversations in this workspace. You may try: the server decides.",
  "connect.notLoggedIn": "You are not connected yet.",
  "connect.perRoom":
    "Each conversation can have a limit of its own. You see it before anything is moved.",
  "connect.workspace": "Workspace",
  "connect.version": "{server}, version {version}",
  "connect.noVersion": "{server}, version not known",
  "connect.loggedInAs": "Logged in as",
  "connect.userName": "{name} ({username})",
  "connect.roles": { one: "Role: {roles}", other: "Roles: {roles}" },
  "connect.rolesUnknown": "The server did not say which roles.",
  "connect.permissions": "Permissions",
  "connect.permission.change-livechat-room-visitor": "Move conversations to another visitor",
  "connect.permission.view-l-room": "See visitors and their conversations",
  "connect.permission.view-livechat-rooms": "List the conversations of other agents",
  "connect.held.yes": "You have it.",
  "connect.held.no": "You do not have it.",
  "connect.held.not_known": "Not known whether you have it.",
  "connect.notNeeded": "Helpful, not needed to move.",
  "connect.askFor": {
    one: "Ask an administrator for this permission, or for the role that has it: {roles}",
    other:
      "Ask an administrator for this permission, or for one of the roles that have it: {roles}",
  },
  "connect.askForPermission": "Ask an administrator for this permission.",
  "connect.rateLimit": "Pace",
  "connect.rate.bypassed": "No limit for you.",
  "connect.rate.not_known": "Not known. If the server asks to wait, you see until when.",
  "connect.rate.limited":
    "The server limits how many calls it takes. If it asks to wait, you see until when.",
  "connect.rate.calls": {
    one: "The server takes {count} call of each kind, then asks to wait. You see until when.",
    other: "The server takes {count} calls of each kind, then asks to wait. You see until when.",
  },
  "connect.profile.removed":
    "Since version {since} Rocket.Chat can no longer move a conversation to another visitor. No setting brings it back.",
  "connect.profile.broken":
    "In this version of Rocket.Chat, moving a conversation always fails. It works from version 5.2 to 6.13.",
  "connect.profile.absent":
    "This version of Rocket.Chat cannot move a conversation to another visitor yet. It works from version 5.2 to 6.13.",
  "connect.profile.unknown":
    "The server did not tell its version, so not everything could be checked.",
  "connect.instead": "What this version has instead. None of it moves a conversation:",
  "connect.insteadSince": "since {version}",
  "connect.instead.visitor": "Changes the data of the visitor, not whose conversation it is.",
  "connect.instead.saveInfo": "Changes title and tags of the conversation.",
  "connect.instead.contacts": "Creates, changes and finds contacts.",
  "connect.instead.contactId": "Names the contact of a conversation.",
  "connect.instead.conflicts": "Settles what is contradictory in a contact.",
  "connect.cors": "No answer came that the browser can read",
  "connect.corsWhy":
    "A browser does not tell why. Either the workspace cannot be reached, or it does not let this page read its answers. Go through this list:",
  "connect.corsReach":
    "Open {address} in a new tab. If no version appears there, the workspace cannot be reached: check the address and the network. If one appears, the workspace has to allow this page: ask an administrator for the rest of this list.",
  "connect.corsWhere": "Open {path} in the workspace.",
  "connect.corsPath": "Admin › General › REST API",
  "connect.corsEnable": "Switch {setting} on.",
  "connect.corsOrigin": "Enter {origin} or * in {setting}.",
  "connect.corsNoOrigin":
    "Enter * in {setting}: this page has no address of its own, because it was opened from a file or in a closed frame.",
  "connect.corsProxy":
    "If something stands in front of the workspace (a proxy), it has to let OPTIONS requests through and leave the Access-Control headers as they are.",
  "connect.offline": "Your browser says that it is offline.",
  "connect.expired": "Your session has ended",
  "connect.expiredWhy":
    "Log in again as {user}. What is waiting then goes on, and nothing that you typed is lost. Anybody else starts anew.",
  "connect.expiredPage": "This page has to log you in again. Nothing that you typed is lost.",
  "connect.giveUp": "Give up",
  "connect.ready": "Logged in as {user}.",
} as const satisfies Messages;
