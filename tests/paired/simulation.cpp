#include "paired/simulation.h"

#include <utility>

namespace room_visitor::paired {
namespace {

std::string describe(const Scenario& scenario) {
  std::string text =
      "version " + to_text(kVersions[scenario.server.version]) + ", profile " +
      std::string(to_text(scenario.profile)) + ", " + std::string(scenario.account.user_id) + ", " +
      std::string(id_of(scenario.old_visitor)) + " -> " + std::string(id_of(scenario.new_visitor));
  for (const Kind kind : scenario.kinds) text.append(", ").append(to_text(kind));
  if (scenario.clock_fault.kind) text.append(", ").append(to_text(*scenario.clock_fault.kind));
  text += "\nplanned:";
  for (const Plan& plan : scenario.plans)
    text.append(" ")
        .append(to_text(plan.kind))
        .append("@")
        .append(to_text(plan.target))
        .append(std::to_string(plan.nth));
  return text + "\n";
}

void append(std::string& json, std::string_view name, std::uint64_t number) {
  if (json.back() != '{') json += ',';
  json.append("\"").append(name).append("\":").append(std::to_string(number));
}

}  // namespace

RunReport Simulation::run(std::uint64_t seed, Tracing tracing) {
  Chance chance(seed);
  Scenario scenario = draw_scenario(chance);
  RunReport report;
  std::string* trace = tracing == Tracing::on ? &report.trace : nullptr;
  if (trace != nullptr) *trace = describe(scenario);
  const standin::Workspace& begin = servers_.of(scenario.server);
  Run run(begin, std::move(scenario), chance, trace);
  run.go();
  report.judgement = judge(run.history());
  report.ended = run.history().outcome.has_value();
  if (report.ended) report.verdict = run.history().outcome->verdict;
  report.is_record_right = run.is_record_right();
  report.counts = run.counts();
  return report;
}

bool is_failed(const RunReport& report) {
  return report.judgement.wrong != Wrong::nothing || report.judgement.unfinished ||
         !report.is_record_right;
}

void Totals::add(const RunReport& report) {
  const Judgement& judgement = report.judgement;
  ++runs;
  for (std::size_t i = 0; i < kKinds; ++i) faults[i] += report.counts[i];
  if (report.ended) ++verdicts[static_cast<std::size_t>(report.verdict)];
  late += static_cast<std::uint64_t>(judgement.late);
  indistinguishable += judgement.indistinguishable ? 1 : 0;
  told_of_other_copy += judgement.told_of_other_copy ? 1 : 0;
  readable += judgement.readable ? 1 : 0;
  unknown_readable += judgement.unknown_readable ? 1 : 0;
  wrong += judgement.wrong != Wrong::nothing || !report.is_record_right ? 1 : 0;
  unfinished += judgement.unfinished ? 1 : 0;
}

void Totals::add(const Totals& totals) {
  runs += totals.runs;
  for (std::size_t i = 0; i < kKinds; ++i) faults[i] += totals.faults[i];
  for (std::size_t i = 0; i < verdicts.size(); ++i) verdicts[i] += totals.verdicts[i];
  late += totals.late;
  indistinguishable += totals.indistinguishable;
  told_of_other_copy += totals.told_of_other_copy;
  readable += totals.readable;
  unknown_readable += totals.unknown_readable;
  wrong += totals.wrong;
  unfinished += totals.unfinished;
}

std::string Totals::json(std::uint64_t runs_per_second) const {
  std::string json = "{";
  append(json, "runs", runs);
  append(json, "runs_per_second", runs_per_second);
  json += ",\"faults\":{";
  for (std::size_t i = 0; i < kKinds; ++i) append(json, kKindRows[i].name, faults[i]);
  json += "},\"verdicts\":{";
  for (std::size_t i = 0; i < verdicts.size(); ++i)
    append(json, to_text(static_cast<Verdict>(i)), verdicts[i]);
  json += "}";
  append(json, "late", late);
  append(json, "indistinguishable", indistinguishable);
  append(json, "told_of_other_copy", told_of_other_copy);
  append(json, "readable", readable);
  append(json, "unknown_readable", unknown_readable);
  append(json, "wrong", wrong);
  append(json, "unfinished", unfinished);
  return json + "}";
}

std::string describe(const RunReport& report, std::uint64_t series, std::uint64_t number) {
  std::string text = "wrong: " + std::string(to_text(report.judgement.wrong));
  if (report.judgement.unfinished) text += ", unfinished";
  if (!report.is_record_right) text += ", the simulation's record is not what the room says";
  text += "\n" + report.trace;
  return text + "replay: npm run simulate -- --seed " + std::to_string(series) + " --run " +
         std::to_string(number) + " --trace\n";
}

}  // namespace room_visitor::paired
