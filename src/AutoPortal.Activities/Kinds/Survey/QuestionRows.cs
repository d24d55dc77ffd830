using System.Globalization;

namespace AutoPortal.Activities.Kinds.Survey;

/// <summary>What an editor does with the rows of questions.</summary>
internal static class QuestionRows
{
    /// <summary>Adds one at the end, with two choices to fill in.</summary>
    public static SurveyQuestion Add(List<SurveyQuestion> questions)
    {
        var question = new SurveyQuestion { Id = Free("q", questions.Select(q => q.Id)), IsRequired = true };
        AddChoice(question);
        AddChoice(question);
        questions.Add(question);
        return question;
    }

    public static SurveyChoice AddChoice(SurveyQuestion question)
    {
        var choice = new SurveyChoice(Free("c", question.Choices.Select(c => c.Id)), "");
        question.Choices.Add(choice);
        return choice;
    }

    /// <summary>Takes a choice out, also where others ask for it.</summary>
    public static void RemoveChoice(List<SurveyQuestion> questions, SurveyQuestion question, SurveyChoice choice)
    {
        question.Choices.Remove(choice);
        foreach (var after in questions.Where(q => q.AfterId == question.Id))
        {
            after.AfterChoices.Remove(choice.Id);
        }
    }

    /// <summary>Takes a question out; who hung on it is asked of everybody.</summary>
    public static void Remove(List<SurveyQuestion> questions, SurveyQuestion question)
    {
        questions.Remove(question);
        foreach (var after in questions.Where(q => q.AfterId == question.Id))
        {
            After(after, null);
        }
    }

    /// <summary>Moves a question up (−1) or down (1), as far as there is room.</summary>
    public static void Move(List<SurveyQuestion> questions, SurveyQuestion question, int by)
    {
        var from = questions.IndexOf(question);
        if (from < 0 || from + by < 0 || from + by >= questions.Count)
        {
            return;
        }

        questions.RemoveAt(from);
        questions.Insert(from + by, question);
    }

    /// <summary>Lets an earlier question decide; null asks everybody.</summary>
    public static void After(SurveyQuestion question, string? id)
    {
        question.AfterId = string.IsNullOrEmpty(id) ? null : id;
        question.AfterChoices.Clear();
    }

    private static string Free(string stem, IEnumerable<string> taken)
    {
        var known = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, known.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{stem}{n}")).First(id => !known.Contains(id));
    }
}
