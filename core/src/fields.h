// The members of rooms and visitors on the wire: one list per structure, walked by the reader and
// by the writer, so that the two cannot disagree. Each calls `visit(wire name, field)` in writing
// order.
#ifndef ROOM_VISITOR_SRC_FIELDS_H
#define ROOM_VISITOR_SRC_FIELDS_H

#include <concepts>
#include <type_traits>

#include "room_visitor/room.h"
#include "room_visitor/visitor.h"

namespace room_visitor {

// `S` is the structure or its const form.
template <class S, class T>
concept Is = std::same_as<std::remove_const_t<S>, T>;

template <Is<RoomVisitor> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("_id", s.id), visit("username", s.username), visit("token", s.token);
  visit("status", s.status), visit("name", s.name), visit("phone", s.phone);
  visit("activity", s.activity), visit("lastMessageTs", s.last_message_ts);
}

template <Is<UserMention> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("_id", s.id), visit("username", s.username), visit("name", s.name);
}

template <Is<ServingAgent> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("_id", s.id), visit("username", s.username), visit("ts", s.ts);
}

template <Is<RoomSource> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("type", s.type), visit("id", s.id), visit("alias", s.alias), visit("label", s.label);
  visit("sidebarIcon", s.sidebar_icon), visit("defaultIcon", s.default_icon);
  visit("destination", s.destination);
}

template <Is<Message> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("_id", s.id), visit("rid", s.rid), visit("msg", s.msg), visit("token", s.token);
  visit("alias", s.alias), visit("t", s.t), visit("ts", s.ts), visit("u", s.u);
  visit("_updatedAt", s.updated_at), visit("urls", s.urls), visit("mentions", s.mentions);
  visit("channels", s.channels), visit("md", s.md), visit("newRoom", s.new_room);
  visit("showConnecting", s.show_connecting);
}

template <Is<AgentResponse> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("_id", s.id), visit("username", s.username);
  visit("firstResponseTs", s.first_response_ts), visit("lastMessageTs", s.last_message_ts);
}

template <Is<RoomEmail> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("inbox", s.inbox), visit("thread", s.thread);
  visit("replyTo", s.reply_to), visit("subject", s.subject);
}

template <Is<RoomSms> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("from", s.from);
}

template <Is<TranscriptRequest> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("email", s.email), visit("subject", s.subject);
  visit("requestedAt", s.requested_at), visit("requestedBy", s.requested_by);
}

template <Is<OmnichannelState> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("predictedVisitorAbandonmentAt", s.predicted_visitor_abandonment_at);
}

template <Is<ResponseMetrics> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("avg", s.avg), visit("fd", s.fd), visit("ft", s.ft), visit("total", s.total);
  visit("tt", s.tt);
}

template <Is<VisitorMetrics> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("lq", s.lq);
}

template <Is<AgentMetrics> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("lr", s.lr);
}

template <Is<RoomMetrics> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("reaction", s.reaction), visit("response", s.response), visit("v", s.v);
  visit("servedBy", s.served_by), visit("serviceTimeDuration", s.service_time_duration);
  visit("chatDuration", s.chat_duration), visit("visitorInactivity", s.visitor_inactivity);
}

template <Is<Room> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("_id", s.id), visit("msgs", s.msgs), visit("usersCount", s.users_count);
  visit("lm", s.lm), visit("fname", s.fname), visit("name", s.name), visit("t", s.t);
  visit("ts", s.ts), visit("v", s.v), visit("u", s.u), visit("cl", s.cl), visit("open", s.open);
  visit("source", s.source), visit("queuedAt", s.queued_at), visit("closedAt", s.closed_at);
  visit("priorityWeight", s.priority_weight), visit("priorityId", s.priority_id);
  visit("estimatedWaitingTimeQueue", s.estimated_waiting_time_queue), visit("slaId", s.sla_id);
  visit("_updatedAt", s.updated_at), visit("lastMessage", s.last_message);
  visit("metrics", s.metrics), visit("servedBy", s.served_by);
  visit("waitingResponse", s.waiting_response), visit("topic", s.topic);
  visit("announcement", s.announcement), visit("description", s.description);
  visit("departmentId", s.department_id), visit("departmentAncestors", s.department_ancestors);
  visit("label", s.label), visit("tags", s.tags), visit("usernames", s.usernames);
  visit("uids", s.uids), visit("muted", s.muted), visit("ro", s.ro), visit("archived", s.archived);
  visit("onHold", s.on_hold), visit("default", s.is_default), visit("encrypted", s.encrypted);
  visit("federated", s.federated), visit("verified", s.verified), visit("closedBy", s.closed_by);
  visit("closer", s.closer), visit("closingMessage", s.closing_message);
  visit("responseBy", s.response_by), visit("status", s.status), visit("email", s.email);
  visit("sms", s.sms), visit("transcriptRequest", s.transcript_request);
  visit("pdfTranscriptFileId", s.pdf_transcript_file_id);
  visit("pdfTranscriptRequested", s.pdf_transcript_requested);
  visit("autoTransferredAt", s.auto_transferred_at);
  visit("autoTransferOngoing", s.auto_transfer_ongoing), visit("omnichannel", s.omnichannel);
  visit("livechatData", s.livechat_data), visit("crmData", s.crm_data);
  visit("customFields", s.custom_fields), visit("callStatus", s.call_status);
  visit("webRtcCallStartTime", s.web_rtc_call_start_time), visit("teamId", s.team_id);
  visit("prid", s.prid), visit("avatarETag", s.avatar_etag), visit("contactId", s.contact_id);
}

template <Is<PhoneNumber> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("phoneNumber", s.phone_number);
}

template <Is<EmailAddress> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("address", s.address);
}

template <Is<LastChat> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("_id", s.id), visit("ts", s.ts);
}

template <Is<LastAgent> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("agentId", s.agent_id), visit("username", s.username), visit("ts", s.ts);
}

template <Is<ContactManager> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("username", s.username);
}

template <Is<Visitor> S, class Visit>
void visit_fields(S& s, Visit visit) {
  visit("_id", s.id), visit("username", s.username), visit("token", s.token), visit("ts", s.ts);
  visit("_updatedAt", s.updated_at), visit("name", s.name), visit("department", s.department);
  visit("userAgent", s.user_agent), visit("ip", s.ip), visit("host", s.host);
  visit("phone", s.phone), visit("visitorEmails", s.visitor_emails), visit("status", s.status);
  visit("lastChat", s.last_chat), visit("lastAgent", s.last_agent);
  visit("livechatData", s.livechat_data), visit("contactManager", s.contact_manager);
  visit("activity", s.activity), visit("disabled", s.disabled), visit("contactId", s.contact_id);
  visit("externalIds", s.external_ids);
}

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_FIELDS_H
