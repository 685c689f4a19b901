### The letter on paper with which a parent can join. Plain text, one page. Warm and short, not like an official letter. Polite plural, which fits father and mother.
### $carer: the parent's name. $children: first names of the children, $count: how many. $location, $group: site and group. $day: the last day on which the code works.

invite-letter-title = رسائل إلى البيت
# $carer
invite-letter-carer = إلى { $carer }
# $children, $count
invite-letter-children = { $count ->
    [zero] الأطفال: { $children }
    [one] الطفل: { $children }
    [two] الطفلان: { $children }
    [few] الأطفال: { $children }
    [many] الأطفال: { $children }
   *[other] الأطفال: { $children }
}
# What it is.
invite-letter-what = يسعدنا أن نرسل إليكم رسائل قصيرة على هاتفكم. نحكي لكم ماذا يفعل طفلكم عندنا. ونعطيكم أفكارًا جميلة للبيت: الكلام واللعب والقراءة معًا. بلغتكم. ويمكنكم أيضًا أن تسألونا.
invite-letter-free = الخدمة مجانية. المشاركة ليست إلزامية. يمكنكم التوقف في أي وقت.
invite-letter-how = هكذا تشاركون:
invite-letter-scan = صوّروا الرمز بكاميرا هاتفكم.
invite-letter-language = اختاروا لغتكم.
# The button says Yes.
invite-letter-yes = اضغطوا على «نعم».
invite-letter-app = تقرؤون الرسائل في تيليغرام (Telegram)، وهو تطبيق مجاني.
# The link comes after this.
invite-letter-typing = الرمز لا يعمل؟ اكتبوا هذا العنوان في هاتفكم:
# $day
invite-letter-until = آخر يوم لاستعمال الرمز: { $day }.
invite-letter-private = هذا الرمز لكم وحدكم. من فضلكم لا تعطوه لشخص آخر.
invite-letter-help = هل تحتاجون إلى مساعدة؟ معلّمة طفلكم أو معلّمه يساعدكم بكل سرور.
# $location, $group
invite-letter-greeting = مع أطيب التحيات، { $location } · { $group }
