using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>What was posted, and what of it could not be taken. Whatever else is wrong, the fields that can be kept are kept.</summary>
internal sealed class PostedFields(int maxValueLength)
{
    // The form's own, and a box for every choice of the longest survey.
    private const int MostFields = 40 + (Kinds.Survey.SurveyKind.MostQuestions * Kinds.Survey.SurveyKind.MostChoices);
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Refusal> _errors = new(StringComparer.Ordinal);

    /// <summary>First value of each field.</summary>
    public IReadOnlyDictionary<string, string> Typed => _typed;

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Refusal> Errors => _errors;

    /// <summary>What is wrong with the whole, or null.</summary>
    public Refusal? Refusal { get; private set; }

    public void Add(string field, string value)
    {
        if (_typed.ContainsKey(field))
        {
            return;
        }

        if (_typed.Count == MostFields || field.Length > 200)
        {
            Refuse(ActivityRefusals.FormIsTooLarge);
            return;
        }

        if (value.Length > maxValueLength)
        {
            RefuseField(field, ActivityRefusals.FieldIsTooLong, ActivityRefusals.FormIsTooLarge);
            return;
        }

        // PostgreSQL and HTML know no NUL: it is taken out, but not behind the person's back.
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            RefuseField(field, ActivityRefusals.FieldIsUnreadable, ActivityRefusals.FormIsUnreadable);
        }

        _typed[field] = value.Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>The first reason stands.</summary>
    public void Refuse(Refusal refusal) => Refusal ??= refusal;

    private void RefuseField(string field, Refusal error, Refusal whole)
    {
        _errors[field] = error;
        Refuse(whole);
    }
}
