### Bijeenkomsten voor medewerkers: in de chat en op de opdrachtregel. Kort: eerst getallen, dan wat je kunt doen.
### $title: soort bijeenkomst. $day: dag, kort. $when: dag en tijd. $children: voornamen. $group: hun groep.

## Namen van berichten, in lijsten

staff-meeting-label-invitation = { $title } { $day } · uitnodiging
staff-meeting-label-again = { $title } { $day } · tweede uitnodiging
staff-meeting-label-reminder = { $title } { $day } · herinnering
staff-meeting-label-moved = { $title } { $day } · verplaatst
staff-meeting-label-cancelled = { $title } { $day } · gaat niet door
staff-meeting-label-thanks = { $title } { $day } · bedankt
staff-meeting-label-missed = { $title } { $day } · gemist
