"""Names of medicines by which "I take …" is understood, as patterns over plain text, the same in every language."""

MEDICINES = (
    r"ritalina?e?|rubifen|concerta|medikinet|equasym|vyvanse|elvanse|adderall|dexedrine|strattera|intuniv|focalin|quillivant"
    r"|(?:metilfenidato|methylphenidate|lisdexamfetamina?e?|dexamfetamina?e?|atomoxetina?e?|guanfacina?e?|modafinil\w*)"
    r"|(?:sertralina?e?|fluoxetina?e?|citalopram|escitalopram|paroxetina?e?|venlafaxina?e?|duloxetina?e?|bupropi\w+|mirtazapina?e?)"
    r"|(?:prozac|zoloft|lexapro|wellbutrin|xanax|valium|cipralex|effexor|cymbalta|lamictal|seroquel|abilify)"
    r"|(?:alprazolam|diazepam|lorazepam|clonazepam|quetiapina?e?|aripiprazole?|lamotrigina?e?|liti[ou]m?|lithium)"
    r"|(?:melatonina?e?|mélatonine|iron|hierro|fer|ferro|magnesi[ou]m?|omega ?-?3|vitamina?e? [a-z]\d*|b12|zinc)"
    r"|(?:ibuprof[eè]\w*|paracetamol|aspirin\w*|omeprazole?|metformina?e?|insulina?e?|levothyroxine?"
    r"|levotiroxina|thyroxine|eutirox|ventolin\w*|salbutamol|cetirizina?e?|loratadina?e?|antihistam\w+|antidepres+\w+"
    r"|birth control|the pill|la pildora|la pilule|a pilula|e?statina?\w*|simvastatina?e?|atorvastatina?e?|losartan"
    r"|ramipril|enalapril|bisoprolol)"
)
DOSE = r"(?:\d+(?:[.,]\d+)? ?(?:mg|mcg|µg|ug|g|ml|iu|ui|milligrams?|milligrammes?|miligram[oa]s)(?![a-z]))"
