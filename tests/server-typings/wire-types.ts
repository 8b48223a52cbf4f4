// Rooms, visitors and messages as they travel: the server's own types of 6.13.1 after JSON (dates are
// text, enums are their values), with what real documents do otherwise, each exception by its name
// (docs/wire.md section 8). A document with a member that is in neither place does not compile.
import type { ILivechatVisitor, IMessage, IOmnichannelRoom } from "@rocket.chat/core-typings";

type IsAny<T> = 0 extends 1 & T ? true : false;

/** What JSON makes of a value of the type. */
type Wire<T> =
  IsAny<T> extends true
    ? unknown
    : T extends Date
      ? string
      : T extends string
        ? `${T}`
        : T extends readonly (infer Item)[]
          ? Wire<Item>[]
          : T extends object
            ? { [Key in keyof T]: Wire<T[Key]> }
            : T;

type Replace<T, Exceptions> = Omit<T, keyof Exceptions> & Exceptions;

/** Members of messages that the type does not name. */
interface MessageExceptions {
  readonly newRoom?: boolean;
  readonly showConnecting?: boolean;
}

/** The type calls this time a number; documented answers have a date. */
interface FirstResponse {
  readonly fd?: string;
}

type Metrics = NonNullable<Wire<IOmnichannelRoom>["metrics"]>;

interface MetricsExceptions {
  readonly response?: Replace<NonNullable<Metrics["response"]>, FirstResponse>;
  readonly reaction?: Replace<NonNullable<Metrics["reaction"]>, FirstResponse>;
}

interface RoomExceptions {
  /** Inherited from rooms of users; live chats do not have it. */
  readonly u?: never;
  /** Required by the type; missing once the agent has answered, or the chat is closed. */
  readonly waitingResponse?: boolean;
  /** Required by the type; missing where no field was ever filled in. */
  readonly livechatData?: unknown;
  /** Required by the type; missing on rooms from before 4.0. */
  readonly source?: Wire<IOmnichannelRoom>["source"];
  /** Of later servers; databases that were upgraded and went back have them. */
  readonly contactId?: string;
  readonly verified?: boolean;
  /** Added to the rooms of lists. */
  readonly department?: Readonly<Record<string, unknown>>;
  readonly metrics?: Replace<Metrics, MetricsExceptions>;
  readonly lastMessage?: WireMessage;
  readonly closingMessage?: WireMessage;
}

export type WireMessage = Wire<IMessage> & MessageExceptions;
export type WireRoom = Replace<Wire<IOmnichannelRoom>, RoomExceptions>;
export type WireVisitor = Wire<ILivechatVisitor>;
