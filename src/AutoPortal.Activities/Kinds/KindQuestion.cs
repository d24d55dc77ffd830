using System.Text.Json.Serialization;

namespace AutoPortal.Activities.Kinds;

/// <summary>How a question is answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionKind>))]
public enum QuestionKind
{
    /// <summary>By one of the choices.</summary>
    [JsonStringEnumMemberName("one")]
    One,

    /// <summary>By any number of them.</summary>
    [JsonStringEnumMemberName("several")]
    Several,

    /// <summary>In free words.</summary>
    [JsonStringEnumMemberName("words")]
    Words,
}

/// <summary>An answer to choose.</summary>
/// <param name="Id">What is stored; stays when the words are bettered.</param>
/// <param name="Words">What is read.</param>
public sealed record KindChoice(string Id, string Words);

/// <summary>A question that people answer when they sign up.</summary>
/// <param name="Name">Of the field, and of the stored answer; stays when the question is moved or reworded.</param>
/// <param name="Words">What is asked.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Choices">In the order shown; none for free words.</param>
public sealed record KindQuestion(string Name, string Words, QuestionKind Kind, IReadOnlyList<KindChoice> Choices)
{
    /// <summary>Whether nobody gets past it without an answer.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Where it is asked of some only; null asks everybody.</summary>
    public QuestionBranch? Branch { get; init; }

    /// <summary>Name of the box of one choice, where several can be ticked.</summary>
    public string FieldOf(KindChoice choice) => $"{Name}.{choice.Id}";

    /// <summary>Whether it is asked of somebody who answered the questions before it so; a question that was not asked has no answer.</summary>
    /// <param name="said">Ids of choices, by question.</param>
    public bool IsAsked(IReadOnlyDictionary<string, IReadOnlyList<string>> said)
        => Branch is not { } branch || (said.TryGetValue(branch.Question, out var earlier) && earlier.Any(branch.Choices.Contains));
}

/// <summary>A question is asked of those who gave one of these answers before.</summary>
/// <param name="Question">Name of an earlier question with choices.</param>
/// <param name="Choices">Ids of its choices, one of which is needed.</param>
public sealed record QuestionBranch(string Question, IReadOnlyList<string> Choices);
