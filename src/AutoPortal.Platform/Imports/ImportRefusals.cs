using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Imports;

/// <summary>Why an import is not begun, or does not go on.</summary>
internal static class ImportRefusals
{
    public static readonly Refusal NotNow = new("import.not_now");
    public static readonly Refusal UnknownKind = new("import.unknown_kind");
    public static readonly Refusal BrandIsMissing = new("import.brand_is_missing");

    public static readonly Refusal FileIsMissing = new("import.file_is_missing");
    public static readonly Refusal FormExpired = new("import.form_expired");

    /// <param name="titles">Titles of the fields.</param>
    public static Refusal ColumnsAreMissing(string titles) => new("import.columns_are_missing", titles);

    public static Refusal FileIsTooLarge(long megabytes) => new("import.file_is_too_large", megabytes);

    /// <param name="reference">By which the log tells what happened.</param>
    public static Refusal Broken(string reference) => new("import.broken", reference);
}
