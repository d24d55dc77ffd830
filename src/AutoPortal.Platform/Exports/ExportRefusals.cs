using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Exports;

/// <summary>Why an export is not ordered, decided or fetched.</summary>
internal static class ExportRefusals
{
    public static readonly Refusal NotNow = new("platform.export_not_now");
    public static readonly Refusal UnknownList = new("platform.export_unknown_list");
    public static readonly Refusal NothingChosen = new("platform.export_nothing_chosen");
    public static readonly Refusal ReasonIsMissing = new("platform.export_reason_is_missing");
    public static readonly Refusal NotByOneself = new("platform.export_not_by_oneself");
    public static readonly Refusal MayNotReveal = new("platform.export_may_not_reveal");
    public static readonly Refusal HasExpired = new("platform.export_has_expired");
    public static readonly Refusal NotAllowedAnyMore = new("platform.export_not_allowed_any_more");

    /// <param name="reference">By which the log tells what happened.</param>
    public static Refusal Broken(string reference) => new("platform.export_broken", reference);

    public static Refusal RulesOutOfRange(int rows, int days) => new("platform.export_rules_out_of_range", rows, days);

    /// <param name="most">Orders that one person may have open.</param>
    public static Refusal TooManyOpen(int most) => new("platform.export_too_many_open", most);
}
