using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Surveys;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Security;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Activities.SignUps;

/// <summary>What was typed, brought to one form. Fields that were refused are empty.</summary>
internal sealed record CheckedSignUp
{
    public string Name { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Code { get; init; } = "";
    public string? Province { get; init; }
    public string? City { get; init; }
    public string? District { get; init; }
    public Guid? DealerId { get; init; }
    public string? SeriesCode { get; init; }
    public string? PurchaseWindow { get; init; }
    public Guid? SessionId { get; init; }
    public Guid? VisitorId { get; init; }

    /// <summary>By question; the shape is that of <see cref="StoredAnswers"/>.</summary>
    public IReadOnlyDictionary<string, JsonNode> Answers { get; init; } = new Dictionary<string, JsonNode>();
    public IReadOnlyList<ConsentText> Consents { get; init; } = [];
}

/// <summary>Looks at every field of the form, so that a person hears of all mistakes at once.</summary>
internal sealed class SignUpCheck(IReadOnlyDictionary<string, string> typed, IReadOnlyList<DealerFacts> dealers, IReadOnlyList<SeriesFacts> series)
{
    public const int LongestName = 40;
    public const int LongestAnswer = 500;
    private const string NameMarks = " ·•・.'’-";
    private readonly Dictionary<string, Refusal> _errors = new(StringComparer.Ordinal);

    /// <summary>Sessions to choose from; where there are any, one must be chosen.</summary>
    public IReadOnlyList<Guid> Sessions { get; init; } = [];

    /// <summary>Whether each dealer has places of its own, so that one must be named.</summary>
    public bool NeedsDealer { get; init; }

    /// <summary>Whether the activity is for some cities only, so that one must be named.</summary>
    public bool NeedsCity { get; init; }

    /// <summary>What the activity's kind asks.</summary>
    public IReadOnlyList<KindQuestion> Questions { get; init; } = [];

    /// <summary>By field name; empty where all is well.</summary>
    public IReadOnlyDictionary<string, Refusal> Errors => _errors;

    public CheckedSignUp Run()
    {
        var place = Place();
        return new()
        {
            // Nobody typed it: what is none is left out, and no reason to refuse.
            VisitorId = Guid.TryParse(typed.GetValueOrDefault(SignUpFields.Visitor), out var visitor) && visitor != Guid.Empty ? visitor : null,
            Name = Name(),
            Phone = Phone(),
            Code = Code(),
            Province = place.ElementAtOrDefault(0),
            City = place.ElementAtOrDefault(1),
            District = place.ElementAtOrDefault(2),
            DealerId = Dealer(),
            SeriesCode = OneOf(SignUpFields.Series, series.Select(s => s.Code), "activities.series_is_unknown"),
            PurchaseWindow = OneOf(SignUpFields.Window, SignUpFields.Windows, "activities.window_is_unknown"),
            SessionId = Session(),
            Answers = Answers(),
            Consents = Consents(),
        };
    }

    /// <summary>The phone alone, for sending a code.</summary>
    public string Phone()
        => PhoneNumber.TryNormalise(Typed(SignUpFields.Phone), out var phone)
            ? phone
            : Refuse(SignUpFields.Phone, Typed(SignUpFields.Phone).Length == 0 ? "activities.phone_is_missing" : "activities.phone_is_malformed");

    private string Name()
    {
        var name = string.Join(' ', Typed(SignUpFields.Name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
        if (name.Length == 0)
        {
            return Refuse(SignUpFields.Name, "activities.name_is_missing");
        }

        if (new StringInfo(name).LengthInTextElements > LongestName || name.Length > LongestName * 4)
        {
            return Refuse(SignUpFields.Name, "activities.name_is_too_long", LongestName);
        }

        return name.EnumerateRunes().All(IsOfANames) && name.EnumerateRunes().Any(Rune.IsLetter)
            ? name
            : Refuse(SignUpFields.Name, "activities.name_has_odd_signs");
    }

    // Letters of any script with their marks, and what stands between parts of a name: 阿依古丽·买买提, O'Brien, Jean-Luc.
    private static bool IsOfANames(Rune sign)
        => Rune.IsLetter(sign)
            || Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            || (sign.IsBmp && NameMarks.Contains((char)sign.Value));

    private string Code()
    {
        var code = string.Concat(Typed(SignUpFields.Code).Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
        return code.Length == 6 && code.All(char.IsAsciiDigit)
            ? code
            : Refuse(SignUpFields.Code, code.Length == 0 ? "activities.code_is_missing" : "activities.code_is_malformed");
    }

    // The most exact answer wins; a city and a district that contradict each other are for the person to settle.
    private string[] Place()
    {
        var city = OneOf(SignUpFields.City, dealers.Select(d => $"{d.Province}{SignUpFields.PlaceSeparator}{d.City}"), "activities.city_is_unknown");
        var district = OneOf(
            SignUpFields.District,
            dealers.Where(d => d.District.Length > 0).Select(d => string.Join(SignUpFields.PlaceSeparator, d.Province, d.City, d.District)),
            "activities.district_is_unknown");
        if (district is not null && city is not null && !district.StartsWith(city + SignUpFields.PlaceSeparator, StringComparison.Ordinal))
        {
            Refuse(SignUpFields.District, "activities.district_is_elsewhere");
            return [];
        }

        if (NeedsCity && (district ?? city) is null && !_errors.ContainsKey(SignUpFields.City))
        {
            Refuse(SignUpFields.City, "activities.city_is_missing");
        }

        return (district ?? city)?.Split(SignUpFields.PlaceSeparator) ?? [];
    }

    private Guid? Dealer()
    {
        var chosen = Typed(SignUpFields.Dealer);
        if (chosen.Length == 0)
        {
            if (NeedsDealer)
            {
                Refuse(SignUpFields.Dealer, ActivityRefusals.DealerIsMissing.Code);
            }

            return null;
        }

        if (dealers.FirstOrDefault(d => d.Code == chosen) is { } dealer)
        {
            return dealer.Id;
        }

        Refuse(SignUpFields.Dealer, "activities.dealer_is_unknown");
        return null;
    }

    private Guid? Session()
    {
        var chosen = Typed(SignUpFields.Session);
        if (Sessions.Count == 0)
        {
            return null;
        }

        if (Guid.TryParse(chosen, out var id) && Sessions.Contains(id))
        {
            return id;
        }

        Refuse(SignUpFields.Session, (chosen.Length == 0 ? ActivityRefusals.SessionIsMissing : ActivityRefusals.SessionIsUnknown).Code);
        return null;
    }

    // What was not to be asked is neither demanded nor kept: without script every question is in sight.
    private Dictionary<string, JsonNode> Answers()
    {
        var answers = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        var said = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var question in Questions.Where(q => q.IsAsked(said)))
        {
            if (Answer(question) is { Count: > 0 } answer)
            {
                said[question.Name] = answer;
                answers[question.Name] = question.Kind is QuestionKind.Several ? new JsonArray([.. answer.Select(a => (JsonNode)a)]) : answer[0];
            }
            else if (question.IsRequired && !_errors.ContainsKey(question.Name))
            {
                Refuse(question.Name, question.Kind is QuestionKind.Words ? "activities.words_are_missing" : "activities.answer_is_missing");
            }
        }

        return answers;
    }

    private IReadOnlyList<string> Answer(KindQuestion question)
    {
        if (question.Kind is QuestionKind.Several)
        {
            return [.. question.Choices.Where(c => Typed(question.FieldOf(c)).Length > 0).Select(c => c.Id)];
        }

        var said = Typed(question.Name);
        if (question.Kind is QuestionKind.One && said.Length > 0 && question.Choices.All(c => c.Id != said))
        {
            Refuse(question.Name, "activities.answer_is_unknown");
        }
        else if (question.Kind is QuestionKind.Words && said.Length > LongestAnswer)
        {
            Refuse(question.Name, "activities.answer_is_too_long", LongestAnswer);
        }

        return said.Length == 0 || _errors.ContainsKey(question.Name) ? [] : [said];
    }

    private List<ConsentText> Consents()
    {
        var given = ConsentText.Asked.Where(c => Typed(c.Field).Length > 0).ToList();
        foreach (var missing in ConsentText.Asked.Where(c => c.IsNeeded && !given.Contains(c)))
        {
            Refuse(missing.Field, "activities.consent_is_needed");
        }

        return given;
    }

    private string? OneOf(string field, IEnumerable<string> known, string refusal)
    {
        var chosen = Typed(field);
        if (chosen.Length == 0 || known.Contains(chosen, StringComparer.Ordinal))
        {
            return chosen.Length == 0 ? null : chosen;
        }

        Refuse(field, refusal);
        return null;
    }

    private string Typed(string field) => typed.GetValueOrDefault(field, "").Trim();

    private string Refuse(string field, string code, params object[] details)
    {
        _errors[field] = new Refusal(code, details);
        return "";
    }
}
